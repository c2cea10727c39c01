import { describe, expect, it } from 'vitest';
import type { SentAttempt } from '#functions/application/application.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import { manifestOf } from '#functions/party/document-parts.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { keptAfterEdit } from '#functions/party/kept-signatures.ts';
import { assertionsOf, missingSigners } from '#functions/party/signers.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const { provider, signed, asserted } = await anIdentityProvider();
const now = Date.parse(SENT_AT);

/** p1 is shareholder and heads the company, p2 is shareholder and supervisor, p3 is liaison only. */
const form = aForm({ roles: { ...aForm().roles, financeHead: undefined } });
const sent = async (of: ApplicationForm) => sentAttempt(1, of, await signed(of));

/** An attempt whose form was replaced: what was kept, as intake keeps it. */
async function replaced(before: SentAttempt, after: ApplicationForm): Promise<SentAttempt> {
  const { signatures, ...earlier } = await keptAfterEdit(before, after);
  return { ...(await sentAttempt(1, after, signatures)), ...earlier };
}
const outcomes = async (attempt: SentAttempt) =>
  Object.fromEntries(
    (await identitiesOf(provider)(attempt, now)).map((it) => [it.person ?? '?', it.outcome]),
  );
const edits = {
  'a telephone number of the liaison': {
    people: { ...people, p3: { ...people.p3, phone: '13800000009' } },
  },
  'the scope': { scope: { bundle: { id: 'B02' } } },
  'the beneficial owners': { beneficialOwners: { exemptionPromise: false } },
  'the name': { name: '广州市南沙区晨岚食品有限公司' },
} satisfies Record<string, Partial<ApplicationForm>>;

describe('the signatures kept after an edit', () => {
  it.each([
    ['a telephone number of the liaison', ['p2']],
    ['the scope', ['p3']],
    ['the beneficial owners', ['p2', 'p3']],
    ['the name', []],
  ] as const)('of %s are those of %o', async (what, kept) => {
    const attempt = await replaced(await sent(form), aForm({ ...form, ...edits[what] }));
    const of = await outcomes(attempt);
    expect(Object.keys(of).filter((person) => of[person] === 'VERIFIED')).toEqual(kept);
    const missing = missingSigners(attempt.form, assertionsOf(attempt.signatures));
    expect(missing.map(({ person }) => person)).toEqual(
      ['p1', 'p2', 'p3'].filter((person) => !(kept as readonly string[]).includes(person)),
    );
  });

  it('are all, and no manifest, where nothing is changed', async () => {
    const before = await sent(form);
    expect(await replaced(before, form)).toEqual(before);
  });

  it('are kept through several edits, each with the manifest that it covers', async () => {
    const once = await replaced(
      await sent(form),
      aForm({ ...form, ...edits['the beneficial owners'] }),
    );
    const signedAgain = {
      ...once,
      signatures: [...once.signatures, ...(await signed(once.form, ['p1']))],
    };
    const twice = await replaced(signedAgain, aForm({ ...once.form, ...edits['the scope'] }));
    expect(twice.signatures).toHaveLength(1);
    expect(Object.keys(twice.earlier ?? {})).toHaveLength(1);
    expect(await outcomes(twice)).toEqual({ p1: 'MISSING', p2: 'MISSING', p3: 'VERIFIED' });
    const back = await replaced(twice, once.form);
    expect(await outcomes(back)).toMatchObject({ p3: 'VERIFIED' });
  });

  it('are none of a document that is not this application’s', async () => {
    const foreign = await asserted(people.p3, { documentHash: 'ab'.repeat(32) });
    const before = await sentAttempt(1, form, [{ assertion: foreign }]);
    expect(await keptAfterEdit(before, form)).toEqual({ signatures: [] });
  });

  it('are none of who gets another post', async () => {
    const roles = { ...form.roles, financeHead: 'p3' };
    const attempt = await replaced(await sent(form), aForm({ ...form, roles }));
    expect(await outcomes(attempt)).toMatchObject({ p3: 'MISSING' });
  });
});

describe('an assertion over an earlier form', () => {
  const later = aForm({ ...form, ...edits['the scope'] });
  const older = async () => {
    const { documentHash, signatures } = await sent(form);
    return {
      ...(await sentAttempt(1, later, signatures)),
      earlier: { [documentHash]: await manifestOf(form) },
    };
  };

  it('counts for whose parts are as they were, and for nobody else', async () => {
    expect(await outcomes(await older())).toEqual({
      p1: 'OTHER_DOCUMENT',
      p2: 'OTHER_DOCUMENT',
      p3: 'VERIFIED',
    });
  });

  it('counts for nobody without its manifest', async () => {
    const { earlier: _gone, ...attempt } = await older();
    expect(await outcomes(attempt)).toMatchObject({ p3: 'OTHER_DOCUMENT' });
  });

  it('is forged where the manifest does not hash to what was signed', async () => {
    const attempt = await older();
    const [hash = ''] = Object.keys(attempt.earlier);
    const bent = { ...attempt, earlier: { [hash]: await manifestOf(later) } };
    expect(await outcomes(bent)).toEqual({
      p1: 'MISSING',
      p2: 'MISSING',
      p3: 'MISSING',
      '?': 'FORGED',
    });
  });
});
