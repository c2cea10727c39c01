import assert from 'node:assert/strict';
import { CompleteApplication } from '#functions/application/complete-application.ts';
import { review } from '#functions/review/review.ts';
import { RULES } from '#functions/review/rule-set.ts';
import { readRules } from '#rules/read-rules.ts';
import type { Figure } from './figure.ts';
import { type Gathered, gatheredMix } from './gathered-mix.ts';
import { inRulesEngine } from './in-rules-engine.ts';
import type { Part } from './part.ts';
import { median } from './statistics.ts';

/** What is compared: each goes once through the mix. */
type Contestant = 'rules' | 'parse' | 'rulesEngine';
const TURNS: readonly Contestant[] = ['rules', 'parse', 'rules', 'parse', 'rulesEngine'];

/** The rules on facts that are gathered, beside a parse of the same document and a rules engine; CPU time of one thread, in turns. */
export const rules: Part = async ({ quick }) => {
  const mix = gatheredMix(quick ? 200 : 1_000, Date.now());
  const words = await readRules();
  const run = inRulesEngine(words);
  for (const { facts } of mix)
    assert.deepEqual((await run(facts)).toSorted(), told(facts), 'both say the same');

  const work: Record<Contestant, () => Promise<void> | void> = {
    rules: () => {
      for (const { facts } of mix) review(facts);
    },
    parse: () => {
      for (const { form } of mix) CompleteApplication.safeParse(form);
    },
    rulesEngine: async () => {
      for (const { facts } of mix) await run(facts);
    },
  };
  const microseconds: Record<Contestant, number[]> = { rules: [], parse: [], rulesEngine: [] };
  const rounds = quick ? 8 : 20;
  for (let round = -2; round < rounds; round++)
    for (const contestant of TURNS) {
      const before = process.cpuUsage();
      await work[contestant]();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) microseconds[contestant].push((user + system) / mix.length);
    }
  const kinds = words.reduce((sum, { says }) => sum + Object.keys(says).length, 0);
  return figuresOf(mix, kinds, microseconds);
};

const told = (facts: Gathered['facts']): readonly string[] =>
  [...new Set(review(facts).findings.map(({ rule, says }) => `${rule} ${says}`))].toSorted();

function figuresOf(
  mix: readonly Gathered[],
  kinds: number,
  microseconds: Readonly<Record<Contestant, readonly number[]>>,
): Figure[] {
  const took = (contestant: Contestant) => median(microseconds[contestant]);
  const approved = mix.filter(({ facts }) => review(facts).verdict === 'APPROVE').length;
  return [
    {
      name: 'rules.toParse',
      value: took('rules') / took('parse'),
      unit: '×',
      atMost: 1,
      note: `${RULES.length} rules on gathered facts ÷ zod's parse of the same form`,
    },
    {
      name: 'rules.toRulesEngine',
      value: took('rulesEngine') / took('rules'),
      unit: '×',
      atLeast: 20,
      note: `json-rules-engine ÷ ours, ${kinds} kinds of fault, the same ones told`,
    },
    { name: 'rules.each', value: took('rules'), unit: 'µs' },
    { name: 'rules.parse', value: took('parse'), unit: 'µs' },
    { name: 'rules.rulesEngine', value: took('rulesEngine'), unit: 'µs' },
    { name: 'rules.approved', value: approved / mix.length, unit: 'of the mix' },
  ];
}
