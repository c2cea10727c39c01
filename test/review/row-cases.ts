import fc from 'fast-check';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { type Finding, review } from '#functions/review/review.ts';
import { DEFECT, type Rule, type RuleTexts } from '#functions/review/rule.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { EDGES } from './rows/edges.ts';
import type { RuleRow } from './rule-row.ts';

export const told = (findings: readonly Finding[]): string =>
  findings.map(({ pointer, says, consequence }) => `${pointer} ${says} ${consequence}`).join(' + ');

/** One case of a row: what a rule must answer to these facts. */
interface Case {
  readonly facts: ReviewFacts;
  /** the findings, or the result without any */
  readonly answer: string;
}

const casesOf = ({ rule: { id }, hits, passes, notApplicable }: RuleRow): readonly Case[] => [
  ...EDGES.filter(([rule]) => rule === id).map(([, answer, facts]) => ({ facts, answer })),
  ...Object.entries(hits).map(([answer, facts]) => ({ facts, answer })),
  ...(passes === 'NEVER_MET' ? [] : [{ facts: passes, answer: 'MET' }]),
  ...(notApplicable === 'ALWAYS_APPLIES'
    ? []
    : [{ facts: notApplicable, answer: 'NOT_APPLICABLE' }]),
];

/** The days that a rule must not ask for; what an edge is about stays. */
const otherDays = ({ counts }: Rule): readonly Partial<ReviewFacts>[] =>
  ['1999-01-04', '2061-03-07'].flatMap((day) => [
    ...(counts === 'DECISION' ? [] : [{ decidedOn: day }]),
    ...(counts === 'SUBMISSION' ? [] : [{ submittedOn: day }]),
  ]);

/** Whether every placeholder of its texts is filled. */
const filled = ({ says, found = {} }: Finding, texts: RuleTexts): boolean =>
  Object.values(texts.says[says] ?? {})
    .flatMap(({ fault, mend }) => [...`${fault}${mend}`.matchAll(/\{(\w+)\}/g)])
    .every(([, name = '']) => found[name] !== undefined);

/** Forms of any kind, always the same: no rule may fail at one. */
const ANY_FORMS = fc
  .sample(anArbitraryForm, { numRuns: 150, seed: 5 })
  .map((form) => reviewFacts({ form }));

/** Lawful forms, at which no rule says anything, and an empty one, at which only CO-01 does. */
const LAWFUL_FORMS = {
  'a company': aForm(),
  'a company at a host': aForm(atHost),
  'a sole proprietorship': aSoleProprietorship(),
  'a sole proprietorship at a host': aSoleProprietorship(atHost),
  'an individual business': anIndividualBusiness(),
  'a nameless one at a host': anIndividualBusiness({ ...atHost, name: undefined }),
};
/** Rules whose findings tell of persons what is not public. */
export const ABOUT_PERSONS =
  'BA-04 BA-05 BA-06 BA-08 ID-07 ID-12 OG-05 OG-06 OG-07 RC-01 RC-04'.split(' ');

const QUIET = Object.values(LAWFUL_FORMS).map((form) => reviewFacts({ form }));
const EMPTY = reviewFacts({ form: {} });

/**
 * The first case of a row that a rule does not answer as it must: what the tests of rules ask
 * (rules.test.ts, days-that-count.test.ts, review.test.ts), of one rule and without a test runner.
 */
export function caseFailing(rule: Rule, row: RuleRow, texts: RuleTexts): string | undefined {
  if (rule.id !== row.rule.id) return 'its id';
  const answered = (facts: ReviewFacts): string => {
    const { findings, rules } = review(facts, [rule]);
    if (!findings.every((it) => filled(it, texts))) return 'a placeholder is left';
    return told(findings) || String(rules[0]?.result);
  };
  if (Boolean(rule.aboutPersons) !== ABOUT_PERSONS.includes(rule.id)) return 'what is hidden';
  const failing = casesOf(row).find(({ facts, answer }) =>
    [{}, ...otherDays(rule)].some((day) => answered({ ...facts, ...day }) !== answer),
  );
  if (failing) return failing.answer;
  const defect = ANY_FORMS.find((facts) => answered(facts).includes(DEFECT));
  if (defect) return 'a form at which it fails';
  const quiet = rule.id === 'CO-01' ? QUIET : [...QUIET, EMPTY];
  const spoken = quiet.find((facts) => review(facts, [rule]).findings.length > 0);
  return spoken && 'a form at which it is silent';
}
