import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Api, apiOf } from './api.ts';
import { type Applicant, anApplicant, rulesOf } from './applicant.ts';
import { aRunningSystem, PATIENT } from './running-system.ts';

let system: System;
let applicant: Applicant;
let anybody: Api;
beforeAll(async () => {
  system = await aRunningSystem();
  applicant = await anApplicant(system);
  anybody = apiOf(system.baseUrl);
}, PATIENT.timeout);
afterAll(() => system?.stop());

const Tasks = z.object({
  tasks: z.array(
    z.object({
      kind: z.string(),
      what: z.string(),
      items: z.array(z.string()),
      declared: z.array(z.object({ item: z.string(), products: z.string() })).optional(),
    }),
  ),
});
const Preview = Tasks.extend({
  scope: z.object({ items: z.array(z.string()) }),
  categories: z.array(z.object({ id: z.string(), state: z.string() })),
});

const SNACKS = '食品互联网销售（仅销售预包装食品）';
const filings = [{ item: SNACKS, channels: ['ONLINE'], products: '坚果、饼干' }];

/** A shop of snacks and books, as a preview of plain words led to it. */
async function aShopOf(pasted: string): Promise<z.infer<typeof Preview>> {
  const body = { type: 'INDIVIDUAL_BUSINESS', registrar: '440115', filings, pasted };
  return Preview.parse((await anybody.post('/v1/scope/preview', body)).body);
}

describe('whoever wants to open a shop', PATIENT, () => {
  it('is led from plain words to a licence, and told the same tasks at every step', async () => {
    const said = await anybody.get(`/v1/scope/suggestions?q=${encodeURIComponent('卖零食')}`);
    expect(said.body).toMatchObject({ items: [{ item: { wording: SNACKS } }, {}] });

    const shown = await aShopOf(`${SNACKS}；日用百货销售；出版物零售`);
    const state = (id: string) => shown.categories.find((it) => it.id === id)?.state;
    expect(['HOME', 'FOOD_PREPACKAGED', 'BOOKS'].map(state)).toEqual([
      'OPEN',
      'AFTER_FILING',
      'AFTER_PERMIT',
    ]);
    expect(shown.tasks).toEqual([
      {
        kind: 'FILING',
        what: '仅销售预包装食品备案',
        items: [SNACKS],
        declared: [{ item: SNACKS, products: '坚果、饼干' }],
      },
      { kind: 'PERMIT', what: '出版物经营许可证（零售）', items: ['出版物零售'] },
    ]);

    const form = anIndividualBusinessOfToday({
      name: '广州市南沙区梧声食品店',
      scope: shown.scope,
      filings,
    } satisfies Partial<ApplicationForm>);
    const checked = await applicant.api.post('/v1/applications/pre-check', { form });
    expect(checked.body).toMatchObject({ verdict: 'APPROVE' });
    const inOrder = (told: unknown) =>
      Tasks.parse(told)
        .tasks.map(({ what }) => what)
        .toSorted();
    expect(inOrder(checked.body)).toEqual(inOrder(shown));

    const registered = await applicant.oneClick(form);
    expect([registered.state, rulesOf(registered)]).toEqual(['REGISTERED', []]);
    const read = await applicant.api.get(`/v1/applications/${registered.id}`);
    expect(Tasks.parse(read.body).tasks).toEqual(Tasks.parse(checked.body).tasks);
    expect(inOrder(read.body)).toEqual(inOrder(shown));
  });

  it('is asked to fill in a filing that was begun, or to leave it out', async () => {
    const form = anIndividualBusinessOfToday({
      name: '广州市南沙区漱玉食品店',
      scope: { items: [SNACKS] },
      filings: [{ item: SNACKS, channels: ['BY_PIGEON'] }],
    });
    const returned = await applicant.oneClick(form);
    expect(returned.state).toBe('RETURNED');
    const pointers = returned.findings.filter((it) => it.rule === 'CO-01').map((it) => it.pointer);
    expect(pointers.toSorted()).toEqual(['/filings/0/channels/0', '/filings/0/products']);
    const read = await applicant.api.get(`/v1/applications/${returned.id}`);
    expect(read.body).not.toHaveProperty('tasks');
  });
});
