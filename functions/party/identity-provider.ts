import * as z from 'zod';
import type { ApplicationRecord, SentAttempt } from '../application/application.ts';
import { identityOf } from '../application/form-places.ts';
import { identityActsIn } from './identity-act.ts';
import { checkIdentities } from './identity-assertion.ts';
import type { IdentityCheck } from './identity-check.ts';
import { assertionsOf } from './signers.ts';

/** The identity provider (实名认证) that we trust, as configured: its keys are never fetched from where an assertion points. */
export const IdentityProvider = z.object({
  issuer: z.url(),
  /** whom its assertions are made for: us */
  audience: z.url(),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
  /** where a person's face is checked, and where a code is exchanged for the assertion (RFC 6749, RFC 7636); without the three, only an assertion can be brought */
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url().optional(),
  /** our name there */
  client_id: z.string().optional(),
});
export type IdentityProvider = z.infer<typeof IdentityProvider>;

/**
 * What stands for each person of an attempt: the assertions sent with it, or an official's act over
 * the very document.
 */
export const identitiesOf =
  (provider: IdentityProvider) =>
  async (
    sent: SentAttempt,
    now: number,
    parts: ApplicationRecord['parts'] = new Map(),
  ): Promise<IdentityCheck[]> => {
    const { form, documentHash, earlier } = sent;
    const assertions = assertionsOf(sent.signatures);
    const evidence = { ...provider, form, assertions, documentHash, now };
    const checks = await checkIdentities({ ...evidence, ...(earlier && { earlier }) });
    const acts = identityActsIn(parts).filter((act) => act.documentHash === documentHash);
    return checks.map((check) => {
      const { person } = check;
      const act =
        person !== undefined &&
        acts.find((it) => identityOf(form, it.person) === identityOf(form, person));
      if (!act || check.outcome === 'VERIFIED') return check;
      return { person, outcome: 'VERIFIED', verifiedAt: act.at, act: act.kind };
    });
  };
