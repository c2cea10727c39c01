import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Sections } from '#functions/defence/defence-file.ts';
import { checkAnswers } from '#functions/defence/verify-answers.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { AGENT_SYSTEM_NAME } from '#functions/review/review-basis-keys.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const IAT = Date.parse(SENT_AT) / 1000;
const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const agentKey = { ...(await exportJWK(publicKey)), kty: 'EC', kid: 'a1', alg: 'ES256' };
const said = { agent: 'agent-1', standing: 'ACTIVE' };
const answer = await new SignJWT({ ...said, iat: IAT })
  .setProtectedHeader({ alg: 'ES256', typ: 'agent-standing+jwt', kid: 'a1' })
  .sign(privateKey);

const identity = await anIdentityProvider();
const [providerKey] = identity.provider.jwks.keys;
const form = aForm();
const signatures = await identity.signed(form, ['p1']);
const verifiedAt = new Date((IAT - 3600) * 1000).toISOString();

/** A file of an agent's application that p1 signed; a test changes what was found, or what is there. */
async function answersIn(facts: object, change: Partial<Sections> = {}) {
  const sent = { form, signatures, documentHash: await documentHash(form) };
  const sections: Sections = {
    application: { id: 'ap_1', events: 1, historyHead: '' },
    attempts: [{ attempt: 1, sent, beside: {} }],
    decisions: [
      {
        attempt: 1,
        decidedAt: SENT_AT,
        verdict: 'APPROVE',
        findings: [],
        rules: [],
        ruleSet: { id: '2026-11', hash: '' },
        facts,
      },
    ],
    cases: [],
    answers: {},
    standings: [{ said: { ...said, at: SENT_AT }, answer }],
    rules: {},
    history: [],
    notices: [],
    readings: [],
    beside: {},
    register: { beside: {} },
    keys: {
      ours: [],
      others: [
        {
          authority: identity.provider.issuer,
          thumbprint: await calculateJwkThumbprint(providerKey ?? {}),
          jwk: { kty: 'EC', kid: 'k1', ...providerKey },
        },
        {
          authority: AGENT_SYSTEM_NAME,
          thumbprint: await calculateJwkThumbprint(agentKey),
          jwk: agentKey,
        },
      ],
    },
    ...change,
  };
  const checks = await checkAnswers(sections);
  return checks.every(({ holds }) => holds);
}
const found = (identityOf: object) => ({ identities: [{ outcome: 'VERIFIED', ...identityOf }] });
const standing = { ...said, at: SENT_AT };

describe('what other authorities said', () => {
  it('of a person holds where the provider signed that he signed this document then', async () => {
    expect(await answersIn(found({ person: 'p1', verifiedAt }))).toBe(true);
  });

  it.each<[string, object]>([
    ['of another person', found({ person: 'p2', verifiedAt })],
    ['at another time', found({ person: 'p1', verifiedAt: SENT_AT })],
    ['by an official of whom there is no act', found({ person: 'p1', act: 'IN_PERSON' })],
  ])('does not hold %s', async (_, facts) => {
    expect(await answersIn(facts)).toBe(false);
  });

  it('does not hold over another document, unless it is kept as an earlier one', async () => {
    const sent = { form, signatures, documentHash: 'another' };
    const facts = found({ person: 'p1', verifiedAt });
    const attempt = (more: object) => ({
      attempts: [{ attempt: 1, sent: { ...sent, ...more }, beside: {} }],
    });
    expect(await answersIn(facts, attempt({}))).toBe(false);
    const earlier = { [await documentHash(form)]: {} };
    expect(await answersIn(facts, attempt({ earlier }))).toBe(true);
  });

  it('is made up for by an official’s act', async () => {
    const beside = { 'IDENTITY#p2': { kind: 'NOTARISED', person: 'p2' } };
    const attempts = [{ attempt: 1, sent: { form, signatures: [], documentHash: 'h' }, beside }];
    const facts = found({ person: 'p2', act: 'NOTARISED', verifiedAt: SENT_AT });
    expect(await answersIn(facts, { attempts })).toBe(true);
  });

  it('of an agent holds where the agent system signed it at that time', async () => {
    expect(await answersIn({ standing })).toBe(true);
    expect(await answersIn({ standing: { ...standing, standing: 'SILENT' } })).toBe(true);
  });

  it.each<[string, object, Partial<Sections>]>([
    ['another agent', { ...standing, agent: 'agent-2' }, {}],
    ['another standing', { ...standing, standing: 'SUSPENDED' }, {}],
    ['another time', { ...standing, at: '2026-11-23T05:00:00.000Z' }, {}],
    ['an answer that is not there', standing, { standings: [] }],
    ['a key that is not there', standing, { keys: { ours: [], others: [] } }],
  ])('of an agent does not hold for %s', async (_, it, change) => {
    expect(await answersIn({ standing: it }, change)).toBe(false);
  });
});
