import { describe, expect, it } from 'vitest';
import { decisionPart } from '#functions/application/decision.ts';
import {
  type Disclosure,
  disclosedBeside,
  newestOf,
  readingDisclosed,
} from '#functions/disclosure/disclosures.ts';
import { LICENCES_PART } from '#functions/e-licence/kept-licences.ts';
import type { Dossier } from '#functions/notice/notices-of.ts';
import { aCase, aDecision, aDossier, noonOf, type Step } from '#test/notice/a-dossier.ts';

const SENT: Step = ['SUBMITTED', '2026-11-23'];
const ASKED_AT = '2026-11-23T03:59:00.000Z';

/** What came to whom, as the records tell it, without its key. */
const told = (dossier: Dossier) => disclosedBeside(dossier).map(({ at, given }) => ({ at, given }));

/** The automatic decisions of both rounds, with these facts. */
const deciding = (facts: object) => {
  const one = { ...aDecision('REFER')[decisionPart(1)], facts };
  return { [decisionPart(1)]: one, [decisionPart(2)]: { ...one, round: 2 } };
};

const licences = (...checks: object[]) => ({
  [LICENCES_PART]: { schemaVersion: 1, checks, answers: [] },
});

describe('what was given to others than officials', () => {
  it('is nothing where nothing is recorded', async () => {
    expect(told(await aDossier([['DRAFT', '2026-11-23']]))).toEqual([]);
    expect(
      told(await aDossier([SENT], { parts: { ...aDecision('REFER'), ...aCase({}) } })),
    ).toEqual([]);
  });

  it('is an issuer’s list, once for each reading of it, and none where the issuer was silent', async () => {
    const valid = { outcome: 'VALID', region: '43', statusAt: ASKED_AT };
    const parts = licences(
      { shareholder: 0, ...valid },
      { shareholder: 1, ...valid },
      { shareholder: 2, outcome: 'SILENT', region: '44' },
      { shareholder: 3, outcome: 'NOT_SHOWN' },
    );
    const dossier = await aDossier([SENT, ['RETURNED', '2026-11-24'], ['DRAFT', '2026-11-24', 2]], {
      parts,
    });
    expect(told(dossier)).toEqual([{ at: ASKED_AT, given: { kind: 'STATUS_LIST', region: '43' } }]);
  });

  it('is whose face the provider saw, by their names, and nobody’s whom an official verified', async () => {
    const identities = [
      { person: 'p1', outcome: 'VERIFIED', verifiedAt: ASKED_AT },
      { person: 'p2', outcome: 'VERIFIED', verifiedAt: ASKED_AT, act: 'IN_PERSON' },
      { person: 'p3', outcome: 'MISSING' },
      { outcome: 'FORGED' },
    ];
    const dossier = await aDossier([SENT], { parts: deciding({ identities }) });
    const who = [...dossier.attempts.values()][0]?.sent.form.people?.p1?.name;
    expect(told(dossier)).toEqual([{ at: ASKED_AT, given: { kind: 'FACE', who } }]);
  });

  it('is that the agent system was asked about the agent, once for each answer', async () => {
    const standing = { agent: 'agent-1', standing: 'ACTIVE', at: ASKED_AT } as const;
    const dossier = await aDossier([SENT], { parts: deciding({ standing }) });
    const [own] = dossier.attempts.values();
    const attempts = own ? new Map([[1, { ...own, sent: { ...own.sent, standing } }]]) : new Map();
    expect(told({ ...dossier, attempts })).toEqual([{ at: ASKED_AT, given: { kind: 'STANDING' } }]);
  });

  it('is shown to a host that signs by itself since it was waited for last', async () => {
    const steps: Step[] = [
      ['DRAFT', '2026-11-20'],
      ['SIGNING', '2026-11-21'],
      ['DRAFT', '2026-11-22'],
      ['SIGNING', '2026-11-23'],
    ];
    const dossier = await aDossier(steps);
    expect(told(dossier)).toEqual([]);
    const [own] = dossier.attempts.values();
    const custody = { host: 'H-0001', digest: '' };
    const attempts = own ? new Map([[1, { ...own, sent: { ...own.sent, custody } }]]) : new Map();
    expect(told({ ...dossier, attempts })).toEqual([
      { at: noonOf('2026-11-23'), given: { kind: 'CUSTODY', host: 'H-0001' } },
    ]);
  });

  it('is handed over to the registrar of the decision, or published when it is registered', async () => {
    const decision = {
      outcome: 'HAND_OVER',
      reason: '住所在天河区。',
      by: 'official-1',
      at: noonOf('2026-11-24'),
      effectiveAt: noonOf('2026-11-24'),
      to: '440106',
    } as const;
    const parts = aCase({ state: 'CLOSED', decision });
    const referred: Step[] = [SENT, ['REFERRED', '2026-11-23'], ['HANDED_OVER', '2026-11-24']];
    expect(told(await aDossier(referred, { parts }))).toEqual([
      { at: noonOf('2026-11-24'), given: { kind: 'HANDED_OVER', registrar: '440106' } },
    ]);
    expect(told(await aDossier([SENT, ['REGISTERED', '2026-11-24']]))).toEqual([
      { at: noonOf('2026-11-24'), given: { kind: 'PUBLISHED' } },
    ]);
  });
});

describe('a reading', () => {
  const reading = {
    schemaVersion: 1,
    at: ASKED_AT,
    key: `${ASKED_AT}-salt`,
    by: 'official-1',
  } as const;

  it('was for the registrar that is kept with it, and before one was kept, for the one that decides', () => {
    const of = (registrar?: string) =>
      readingDisclosed({ ...reading, what: 'CASE', ...(registrar && { registrar }) }, '440115')
        .given;
    expect(of('440106')).toEqual({ kind: 'CASE', registrar: '440106' });
    expect(of()).toEqual({ kind: 'CASE', registrar: '440115' });
  });
});

describe('pages of disclosures', () => {
  const all = [3, 1, 5, 2, 4].map((second): Disclosure => {
    const at = `2026-11-23T04:00:0${second}.000Z`;
    return { at, key: `${at}-x`, given: { kind: 'PUBLISHED' } };
  });
  const keys = all
    .map(({ key }) => key)
    .toSorted()
    .toReversed();

  it.each([1, 2, 3, 4, 5, 6])('of %i tell all of them once, the newest first', (limit) => {
    const seen: string[] = [];
    let before: string | undefined;
    for (let pages = Math.ceil(all.length / limit); pages > 0; pages--) {
      const { page, next } = newestOf(all, limit, before);
      seen.push(...page.map(({ key }) => key));
      before = next;
    }
    expect(before).toBeUndefined();
    expect(seen).toEqual(keys);
  });
});
