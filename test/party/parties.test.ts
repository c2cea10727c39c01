import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { manifestOf } from '#functions/party/document-parts.ts';
import { documentsCovering, keptAfterEdit } from '#functions/party/kept-signatures.ts';
import { missingParties, partiesOf } from '#functions/party/parties.ts';
import { aForm } from '#test/builders/a-form.ts';
import { demoRegion, HUNAN_COMPANY } from '#test/builders/a-licence.ts';
import { aLicenceHolder } from '#test/builders/a-licence-holder.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';

const hunan = await demoRegion();
const holder = await aLicenceHolder();
const { signed } = await anIdentityProvider();
const { name, uscc } = HUNAN_COMPANY;
const unbound = await hunan.licence();
const renewed = await hunan.licence(HUNAN_COMPANY, 8, { payload: holder.bound });
const bound = await hunan.licence(HUNAN_COMPANY, 7, { payload: holder.bound });

/** p1 and a company of Hunan hold the shares. */
const held = (licence?: string, change: Partial<ApplicationForm> = {}) =>
  aForm({
    shareholders: [
      { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
      { company: { name, uscc, ...(licence && { licence }) }, fen: 30_000_000 },
    ],
    ...change,
  });
const form = held(bound);
const missing = async (of: ApplicationForm, signatures: Parameters<typeof sentAttempt>[2]) =>
  missingParties({ sent: await sentAttempt(1, of, signatures), parts: new Map() });
const presented = async (of: ApplicationForm) => ({
  shareholder: 1,
  presentation: await holder.signs(bound, await documentHash(of)),
});

describe('a corporate shareholder', () => {
  it('signs the charter, beside the people', () => {
    expect(partiesOf({ form }).at(-1)).toEqual({ company: 1, signs: ['CHARTER'] });
  });

  it('is waited for where its e-licence can sign, until it did', async () => {
    expect(await missing(form, await signed(form))).toEqual([{ company: 1, signs: ['CHARTER'] }]);
    expect(await missing(form, [...(await signed(form)), await presented(form)])).toEqual([]);
  });

  it.each([
    ['shows none', undefined],
    ['shows what is none', 'nonsense'],
    ['shows one without a key', unbound],
  ])('is not waited for where it %s: the review says so', async (_, licence) => {
    const it = held(licence);
    expect(await missing(it, await signed(it))).toEqual([]);
  });

  it.each([
    [
      'of the liaison',
      { people: { ...form.people, p3: { ...form.people?.p3, phone: '1' } } },
      true,
    ],
    ['of its own licence', held(renewed), true],
    ['of the charter', { termYears: 30 }, false],
    ['of the shareholders', { shareholders: form.shareholders?.toReversed() }, false],
  ])('has its signature kept after an edit %s: %s', async (_, change, kept) => {
    const before = await sentAttempt(1, form, [await presented(form)]);
    const after = aForm({ ...form, ...change });
    const { signatures, ...earlier } = await keptAfterEdit(before, after);
    expect(signatures).toHaveLength(kept ? 1 : 0);
    const sent = { ...(await sentAttempt(1, after, signatures)), ...earlier };
    const documents = (await documentsCovering(after, sent))(['CHARTER']);
    expect(documents.has(before.documentHash)).toBe(kept);
  });

  it('has no signature over an earlier form whose manifest is not its own', async () => {
    const before = await sentAttempt(1, form, [await presented(form)]);
    const after = await sentAttempt(1, aForm({ ...form, termYears: 30 }), before.signatures);
    const earlier = { [before.documentHash]: await manifestOf(after.form) };
    const documents = await documentsCovering(after.form, { ...after, earlier });
    expect([...documents(['CHARTER'])]).toEqual([after.documentHash]);
  });
});
