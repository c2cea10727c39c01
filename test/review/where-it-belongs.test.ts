import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { parseName } from '#functions/name/trade-name.ts';
import { registrarOf } from '#functions/registrar/registrars.ts';
import { nameDivisionFitsRegistrar } from '#functions/review/rules/name-division-fits-registrar.ts';
import { placeOutside, whereItBelongs } from '#functions/review/where-it-belongs.ts';
import { aForm } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

const ON = '2026-11-23';
const tianhe = registrarOf('440106', ON);
if (!tianhe) throw new Error('no registrar');
const belongs = (change: Partial<ApplicationForm>, on = ON) => {
  const form = aForm({ registrar: '440106', ...change });
  const name = form.name === undefined ? undefined : parseName(form.name);
  return whereItBelongs(form, name, tianhe, on)?.division;
};
const at = (address: string) => ({ premises: { kind: 'OWN', address, proof: 'LEASE' } });

describe('an application sent to 天河', () => {
  it.each([
    ['in 南沙, under its name', {}, '440115'],
    ['in 南沙, under the city’s name', { name: '广州晨岚百货有限公司' }, '440115'],
    [
      'at a home in 越秀',
      { name: undefined, premises: { kind: 'HOME', address: '越秀区云岭路6号' } },
      '440104',
    ],
    ['in 天河 itself', at('广州市天河区云岭路6号'), undefined],
    ['in 南沙, under the name of 天河', { name: '广州市天河区晨岚百货有限公司' }, undefined],
    ['in no district', at('云岭路6号'), undefined],
    ['in 深圳', at('广东省深圳市南山区云岭路6号'), undefined],
    ['of a type that nobody registers', { type: 'PARTNERSHIP' }, undefined],
    ['at a host’s', { premises: { kind: 'CLUSTER', host: 'H-0001' } }, undefined],
  ])('%s: where it belongs', (_, change, division) => {
    expect(belongs(change)).toBe(division);
  });

  it('belongs to no registrar that is not in force yet', () => {
    expect(belongs({}, '2024-03-31')).toBeUndefined();
  });

  it('has the name that is right where it belongs', () => {
    const facts = reviewFacts({ form: aForm({ registrar: '440106' }) });
    expect(facts.belongsTo?.division).toBe('440115');
    expect(nameDivisionFitsRegistrar.check(facts)).toBe('MET');
  });
});

describe('an address outside Guangzhou', () => {
  it.each([
    ['广东省深圳市南山区云岭路6号', '深圳市'],
    ['深圳市南山区云岭路6号', '深圳市'],
    ['湖南省长沙市云麓路6号', '湖南省'],
    ['北京市朝阳区云岭路6号', '北京市'],
    ['广州市南沙区望潮街12号', undefined],
    ['广东省广州市南沙区望潮街12号', undefined],
    ['望潮街12号', undefined],
  ])('%s is in %s', (address, place) => {
    expect(placeOutside(address)).toBe(place);
  });
});
