import { describe, expect, it } from 'vitest';
import { sentAttempt } from '#functions/intake/submit.ts';
import { IdentityProvider, identitiesOf } from '#functions/party/identity-provider.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const { provider, signed } = await anIdentityProvider();
const now = Date.parse(SENT_AT);
const form = anIndividualBusiness();
const outcomes = async (of: IdentityProvider, sent = sentAttempt(1, form, [])) =>
  (await identitiesOf(of)(await sent, now)).map(({ outcome }) => outcome);

describe('what the assertions sent with an attempt prove', () => {
  const whole = async () => sentAttempt(1, form, await signed(form));

  it('is who signed this document', async () => {
    expect(await outcomes(provider, whole())).toEqual(['VERIFIED']);
    expect(await outcomes(provider)).toEqual(['MISSING']);
  });

  it('is nothing of another document, or of a form that was edited since', async () => {
    const edited = sentAttempt(1, { ...form, termYears: 30 }, await signed(form));
    expect(await outcomes(provider, edited)).toEqual(['OTHER_DOCUMENT']);
  });

  it('is nothing where another provider signed, or for another audience', async () => {
    const stranger = (await anIdentityProvider()).provider;
    const missing = ['MISSING', 'FORGED'];
    expect(await outcomes(stranger, whole())).toEqual(missing);
    const elsewhere = { ...provider, audience: 'https://elsewhere.example' };
    expect(await outcomes(elsewhere, whole())).toEqual(missing);
  });
});

describe('the identity provider that we trust', () => {
  it.each([
    ['no key', { jwks: { keys: [] } }],
    ['a key without a name', { jwks: { keys: [{ kty: 'EC' }] } }],
    ['no issuer', { issuer: undefined }],
  ])('is not configured with %s', (_, change) => {
    expect(IdentityProvider.safeParse({ ...provider, ...change }).success).toBe(false);
  });
});
