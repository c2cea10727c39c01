import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import {
  isSecretOf,
  newSigning,
  personsToAsk,
  signingIdOf,
  signingState,
} from '#functions/party/signing.ts';
import { newId } from '#functions/runtime/draws.ts';
import { SigningId } from '#functions/shared/ids.ts';
import { aForm, anIndividualBusiness, people } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const { signed } = await anIdentityProvider();
const NOW = Date.parse(SENT_AT);
const DAY_MS = 86_400_000;
const applicationId = newId('ap');

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,19}$/);
const attempt = fc.integer({ min: 1, max: 9999 });

const { p1, p2, p3 } = people;
const another = aForm({ people: { p1: { ...p1, document: p3.document }, p2, p3 } });
const mended = aForm({ people: { p1: { ...p1, name: '岑晓兰' }, p2, p3 } });
const withoutHim = anIndividualBusiness({ roles: { operator: 'p2', liaison: 'p2' } });

/** An application of a company that waits; some have signed. */
async function waiting(
  persons: readonly string[] = [],
  change: Partial<ApplicationRecord['application']> = {},
  form = aForm(),
): Promise<ApplicationRecord> {
  return {
    application: {
      schemaVersion: 1,
      id: applicationId,
      state: 'SIGNING',
      version: 1,
      attempt: 1,
      owner: 'o',
      createdAt: SENT_AT,
      updatedAt: SENT_AT,
      events: 1,
      historyHead: '',
      ...change,
    },
    sent: await sentAttempt(1, form, await signed(form, persons)),
    parts: new Map(),
  };
}

describe('a signing', () => {
  it('is one for each person of each attempt', async () => {
    await fc.assert(
      fc.asyncProperty(key, attempt, key, attempt, async (a, n, b, m) => {
        const one = await signingIdOf({ applicationId, attempt: n }, a);
        const other = await signingIdOf({ applicationId, attempt: m }, b);
        expect(SigningId.safeParse(one).success).toBe(true);
        expect(one === other).toBe(a === b && n === m);
      }),
    );
  });

  it('opens to its own secret and to no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (secret, tried) => {
        const signing = await newSigning(await waiting(), 'p1', secret, NOW);
        expect(await isSecretOf(signing, secret)).toBe(true);
        expect(await isSecretOf(signing, tried)).toBe(secret === tried);
      }),
      { numRuns: 30 },
    );
  });

  it('lasts as long as its application waits, whenever it was asked for', async () => {
    const signingSince = new Date(NOW - 10 * DAY_MS).toISOString();
    const { openUntil } = await newSigning(await waiting([], { signingSince }), 'p1', 's', NOW);
    expect(openUntil).toBe(new Date(NOW + 20 * DAY_MS).toISOString());
  });

  it.each<[string, string, Parameters<typeof waiting>]>([
    ['OPEN', 'while the application waits for him', []],
    ['OPEN', 'while others have signed', [['p2', 'p3']]],
    ['SIGNED', 'when he has', [['p1']]],
    [
      'SIGNED',
      'when all have, whatever became of it',
      [['p1', 'p2', 'p3'], { state: 'REGISTERED' }],
    ],
    ['OVER', 'in another attempt', [[], { attempt: 2 }]],
    ['OVER', 'when the form names somebody else there', [[], {}, another]],
    ['OVER', 'when he is not asked any more', [[], {}, withoutHim]],
    ['OPEN', 'when a slip in his name was mended', [[], {}, mended]],
    ['OVER', 'when it is a draft again', [[], { state: 'DRAFT' }]],
    ['OVER', 'when it was withdrawn', [[], { state: 'WITHDRAWN' }]],
    ['OVER', 'when it has lapsed', [[], { state: 'LAPSED' }]],
  ])('is %s %s', async (state, _, of) => {
    const signing = await newSigning(await waiting(), 'p1', 's', NOW);
    expect(await signingState(signing, await waiting(...of), 's', NOW)).toBe(state);
  });

  it('is over on time, to the millisecond', async () => {
    const record = await waiting();
    const signing = await newSigning(record, 'p1', 's', NOW);
    const end = Date.parse(signing.openUntil);
    expect(await signingState(signing, record, 's', end - 1)).toBe('OPEN');
    expect(await signingState(signing, record, 's', end)).toBe('OVER');
  });
});

describe('whom to ask', () => {
  it('is everybody who is missing, each person once', async () => {
    const keys = async (...of: Parameters<typeof waiting>) =>
      personsToAsk(await waiting(...of)).map(({ person }) => person);
    expect(await keys()).toEqual(['p1', 'p2', 'p3']);
    expect(await keys(['p2'])).toEqual(['p1', 'p3']);
    const twice = aForm({ people: { ...people, p3: people.p1 } });
    expect(await keys([], {}, twice)).toEqual(['p1', 'p2']);
    expect(await keys(['p1'], {}, twice)).toEqual(['p2']);
  });

  it('is nobody whose name or number the form leaves out', async () => {
    const form = aForm({ people: { ...people, p2: { name: people.p2.name } } });
    const asked = personsToAsk(await waiting([], {}, form));
    expect(asked.map(({ person }) => person)).toEqual(['p1', 'p3']);
  });
});
