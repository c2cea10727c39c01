import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '#functions/review/rule-set.ts';
import { aReviewer, type Decided } from './corpus/a-reviewer.ts';
import { corpusOf } from './corpus/corpus.ts';
import type { Labelled, World } from './corpus/labelled.ts';

const CORPUS = corpusOf(2026);
const decisions = new Map<Labelled, Decided>();
const { decide } = await aReviewer();

/** What no application can come to, and why. */
const NEVER: Readonly<Record<string, string>> = {
  'AD-05 MET': 'the platform’s certificate of a shop cannot be attached, so a person looks at each',
  'CO-01 NOT_APPLICABLE': 'every form is complete or not',
  'CO-02 NOT_APPLICABLE': 'every form can be read or not',
  'RC-04 NOT_APPLICABLE': 'lists are looked into for every application',
  'RC-05 NOT_APPLICABLE': 'every application comes by a lane',
};

/** By what is so in the world: what only the review can tell, because somebody has not signed, answered or sent before. */
const TOLD_LATER: Readonly<Partial<Record<keyof World, RegExp>>> = {
  signing: /^ID-03 /,
  /** issuers of e-licences, and the companies that sign with them */
  licence: /^(EL-\d\d|ID-09|ID-10|NM-08) /,
  /** the national agent system: of whom, and which telephone number is his */
  agent: /^(BA-01 |ID-05 \/mandate|OG-09 \/roles|BA-06 )/,
  /** who sends, as what, and what lists and officials said of him */
  sentBy: /^BA-02 \/mandate\/agent /,
  row: /^(BA-05|BA-07|RC-05) /,
  agentDecisions: /^BA-08 /,
  listed: /^(RC-01|BA-04) \/mandate\/agent /,
  /** other applications of the same client for the same business */
  before: /^(BA-03|AG-01|ID-03) /,
  reservedUntil: /^NM-10 /,
  /** what happened since */
  denied: /^ID-08 /,
  corrects: /^BA-02 \/mandate\/corrections /,
  hostMeanwhile: /^AD-06 /,
};

/** So many at once: they share nothing but the register. */
const AT_ONCE = 6;

beforeAll(async () => {
  const left = [...CORPUS];
  const worker = async () => {
    for (let it = left.shift(); it; it = left.shift())
      decisions.set(
        it,
        await decide(it).catch((cause) => {
          throw new Error(it.id, { cause });
        }),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}, 300_000);

const decisionOf = (it: Labelled): Decided => {
  const decision = decisions.get(it);
  if (!decision) throw new Error(`not decided: ${it.id}`);
  return decision;
};
const warnings = (tells: readonly string[]) => tells.every((it) => it.endsWith(' WARN'));

/** What labels come to, by words of our own. */
const verdictOf = (tells: readonly string[]): string => {
  if (tells.some((it) => it.endsWith('PROPOSE_REFUSAL'))) return 'REFER';
  if (tells.some((it) => it.endsWith('RETURN'))) return 'RETURN';
  return tells.some((it) => it.endsWith('REFER')) ? 'REFER' : 'APPROVE';
};

describe('the corpus', () => {
  it('has 400 applications and more, 120 of them clean, each labelled once', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(400);
    expect(CORPUS.filter(({ tells }) => warnings(tells)).length).toBeGreaterThanOrEqual(120);
    expect(new Set(CORPUS.map(({ id }) => id)).size).toBe(CORPUS.length);
  });

  it('is decided as its labels say: everything that is planted is found, and nothing else', () => {
    const otherwise = CORPUS.map((it) => ({ it, decision: decisionOf(it) }))
      .filter(({ it, decision }) => decision.found.join() !== it.tells.join())
      .map(({ it, decision }) => ({ id: it.id, planted: it.tells, found: decision.found }));
    expect(otherwise).toEqual([]);
  });

  it('is approved where it is clean, and nowhere else', () => {
    const otherwise = CORPUS.map((it) => [
      it.id,
      decisionOf(it).verdict,
      verdictOf(it.tells),
    ]).filter(([, verdict, expected]) => verdict !== expected);
    expect(otherwise).toEqual([]);
  });

  it('has for each rule what it hits, what it passes and where it does not apply', () => {
    const met = new Set(
      [...decisions.values()]
        .flatMap(({ rules, preChecked }) => [...rules, ...preChecked.rules])
        .map(({ id, result }) => `${id} ${result}`),
    );
    const unmet = RULES.flatMap(({ id }) =>
      ['BREACHED', 'MET', 'NOT_APPLICABLE'].map((result) => `${id} ${result}`),
    ).filter((it) => !met.has(it));
    expect(unmet.toSorted()).toEqual(Object.keys(NEVER).toSorted());
  });
});

describe('a pre-check', () => {
  it('tells what the review tells the moment after, but for what signatures and partners add', () => {
    const otherwise = CORPUS.flatMap((it) => {
      const { found, preChecked } = decisionOf(it);
      const later = Object.entries(TOLD_LATER).flatMap(([so, told]) =>
        so in it.world ? told : [],
      );
      const now = (tells: readonly string[]) =>
        tells.filter((label) => !later.some((told) => told.test(label)));
      const [before, after] = [now(preChecked.found), now(found)];
      return before.join() === after.join() ? [] : [{ id: it.id, before, after }];
    });
    expect(otherwise).toEqual([]);
  });
});
