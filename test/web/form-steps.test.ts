import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { aForm, anIndividualBusiness } from '#test/builders/a-form.ts';
import { begunSteps, stepAsking, stepsFor } from '#web/form/step-order.ts';

const names = (form: ApplicationForm) => stepsFor(form).map(({ name }) => name);

describe('the steps of the form', () => {
  it('begin with the choice of the kind, on which the others depend', () => {
    expect(names({})).toEqual(['duty']);
    expect(names({ type: 'INDIVIDUAL_BUSINESS' })).toEqual([
      'duty',
      'sell',
      'name',
      'people',
      'address',
      'promises',
      'send',
    ]);
    expect(names({ type: 'LIMITED_COMPANY' })).toContain('capital');
    expect(names({ type: 'SOLE_PROPRIETORSHIP' })).toContain('capital');
  });

  it.each([
    ['/type', 'duty'],
    ['/scope/items/0', 'sell'],
    ['/name', 'name'],
    ['/people/p1/document/number', 'people'],
    ['/roles/liaison', 'people'],
    ['/shareholders/1/fen', 'capital'],
    ['/premises/custody/from', 'address'],
    ['/promises/address', 'promises'],
    ['/promises/similarName', 'name'],
    ['/namesake', 'send'],
    ['', 'send'],
  ])('lead from what is wrong at %j to the step %s', (pointer, step) => {
    expect(stepAsking(pointer, aForm()).name).toBe(step);
  });

  it('lead to the end where the step does not apply', () => {
    expect(stepAsking('/shareholders/0', anIndividualBusiness()).name).toBe('send');
  });

  it('ask for every member of a company’s form but the mandate, which an agent brings', () => {
    const { properties } = z
      .looseObject({ properties: z.record(z.string(), z.unknown()) })
      .parse(z.toJSONSchema(ApplicationForm, { io: 'input' }));
    const unasked = Object.keys(properties).filter(
      (member) => stepAsking(`/${member}`, aForm()).name === 'send',
    );
    expect(unasked).toEqual(['mandate']);
  });

  it('are begun as far as the form has something of them', () => {
    expect(begunSteps({ type: 'INDIVIDUAL_BUSINESS', name: '晨岚店' })).toEqual(['duty', 'name']);
  });
});
