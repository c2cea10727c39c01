import type { ApplicationForm } from '#functions/application/form.ts';
import type { Plant } from './labelled.ts';
import type { Making } from './lawful-bases.ts';
import { ANY, HOSTED, NATURAL, plant } from './plants.ts';

const SUFFIX: Readonly<Record<string, string>> = {
  LIMITED_COMPANY: '有限公司',
  SOLE_PROPRIETORSHIP: '商行',
  INDIVIDUAL_BUSINESS: '店',
};
const wordIn = ({ name = '' }: ApplicationForm): string => [...name].slice(6, 9).join('');

/** A name made of the form's own 字号 and its form word. */
const named = (write: (word: string, form: string) => string): Pick<Plant, 'set'> => ({
  set: (_: Making, form: ApplicationForm) => ({
    '/name': write(wordIn(form), SUFFIX[form.type ?? ''] ?? ''),
  }),
});
const IN = '广州市南沙区';
const reversed = (word: string): string => [...word].reverse().join('');

const held = (how: 'LIVE' | 'RESERVED' | 'FORMER') => ({
  world: (_: Making, { name = '' }: ApplicationForm) => ({ names: [[name, how]] as const }),
});
const near = {
  world: (_: Making, form: ApplicationForm) => ({
    names: [[(form.name ?? '').replace(wordIn(form), reversed(wordIn(form))), 'LIVE']] as const,
  }),
};

export const NAME_PLANTS: readonly Plant[] = [
  plant(
    'NM-01 /name CHARACTERS RETURN',
    ANY,
    named((it, form) => `${IN}A${it}百货${form}`),
  ),
  plant(
    'NM-01 /name NOT_STANDARD RETURN',
    'company',
    named((it) => `廣州市南沙區${it}百貨有限公司`),
  ),
  plant(
    'NM-01 /name DIVISION RETURN',
    ANY,
    named((it, form) => `${it}百货${form}`),
  ),
  plant('NM-01 /name CHARACTERS RETURN', 'company', {
    which: 'half-width brackets',
    ...named((it, form) => `${it}百货(广州)${form}`),
  }),
  plant(
    'NM-01 /name TRADE_NAME RETURN',
    ANY,
    named((_, form) => `${IN}百货${form}`),
  ),
  plant(
    'NM-01 /name INDUSTRY REFER',
    ['company', 'individual'],
    named((it, form) => `${IN}${it}${form}`),
  ),
  plant(
    'NM-01 /name FORM RETURN',
    ANY,
    named((it) => `${IN}${it}百货`),
  ),

  plant(
    'NM-02 /name CITY RETURN',
    ANY,
    named((it, form) => `南沙区${it}百货${form}`),
  ),
  plant(
    'NM-02 /name OTHER_PLACE RETURN',
    ANY,
    named((it, form) => `广州市天河区${it}百货${form}`),
  ),
  plant('NM-02 /name OTHER_PLACE RETURN', 'company', {
    which: 'another city',
    ...named((it, form) => `佛山市${it}百货${form}`),
  }),

  plant(
    'NM-03 /name SHORT RETURN',
    ANY,
    named((it, form) => `${IN}${it.charAt(0)}百货${form}`),
  ),
  plant('NM-03 /name PLACE_OR_INDUSTRY RETURN', 'company', {
    ...named((_, form) => `${IN}深圳百货${form}`),
    alone: true,
  }),
  plant('NM-03 /name PLACE_OR_INDUSTRY RETURN', 'individual', {
    ...named((_, form) => `${IN}东莞百货${form}`),
    alone: true,
  }),

  plant(
    'NM-04 /name LIMITED_COMPANY RETURN',
    ['company', 'company at host'],
    named((it) => `${IN}${it}百货店`),
  ),
  plant(
    'NM-04 /name SOLE_PROPRIETORSHIP RETURN',
    ['sole', 'sole at host'],
    named((it) => `${IN}${it}百货有限公司`),
  ),
  plant(
    'NM-04 /name INDIVIDUAL_BUSINESS RETURN',
    ['individual', 'family'],
    named((it) => `${IN}${it}百货公司`),
  ),

  plant(
    'NM-05 /name OTHER_INDUSTRY RETURN',
    ANY,
    named((it, form) => `${IN}${it}软件${form}`),
  ),

  plant(
    'NM-06 /name BANNED RETURN',
    ANY,
    named((it, form) => `${IN}赌${it}百货${form}`),
  ),
  plant('NM-06 /name BANNED RETURN', 'company', {
    which: 'a country',
    ...named((it, form) => `${IN}美国${it}百货${form}`),
  }),
  plant(
    'NM-07 /name INSIDE REFER',
    ANY,
    named((it, form) => `${IN}${it}全国百货${form}`),
  ),
  plant(['NM-07 /name HEAD REFER', 'NM-01 /name DIVISION RETURN'], 'company', {
    ...named((it, form) => `中国佳${it}百货${form}`),
  }),
  plant(
    'NM-11 /name STRATEGY REFER',
    ANY,
    named((it, form) => `${IN}乡村振兴${it}百货${form}`),
  ),
  plant(
    'NM-11 /name BEST REFER',
    'company',
    named((it, form) => `${IN}最佳${it}百货${form}`),
  ),
  plant(
    'NM-11 /name NON_PROFIT REFER',
    'company',
    named((it, form) => `${IN}${it}协会百货${form}`),
  ),

  plant('NM-08 /name LIVE RETURN', [...ANY, ...HOSTED], held('LIVE')),
  plant('NM-08 /name RESERVED RETURN', ANY, held('RESERVED')),
  plant('NM-08 /name FORMER RETURN', ANY, held('FORMER')),
  plant('NM-09 /name NEAR WARN', ANY, near),
  plant('NM-09 /name NEAR_PROMISED WARN', NATURAL, {
    set: { '/promises': { similarName: true, version: '2026-05' } },
    ...near,
  }),
  // another source has claimed the same business, so the lapsed reservation is not made anew
  plant(['NM-10 /name LAPSED RETURN', 'AG-01  ANOTHER RETURN'], 'company', {
    world: { before: 'ANOTHER', reservedUntil: '2026-11-20T16:00:00.000Z' },
    alone: true,
  }),

  plant(
    'SC-09 /name FINANCE REFER',
    ANY,
    named((it, form) => `${IN}${it}金融百货${form}`),
  ),
  plant(
    'SC-09 /name CRYPTO REFER',
    'company',
    named((it, form) => `${IN}${it}区块链百货${form}`),
  ),
  plant(
    'SC-09 /name SCHOOLING REFER',
    'individual',
    named((it, form) => `${IN}${it}学校百货${form}`),
  ),
  plant(
    'SC-09 /name MEDICAL REFER',
    'sole',
    named((it, form) => `${IN}${it}诊所百货${form}`),
  ),
];
