import * as z from 'zod';
import type { SentAttempt } from '../application/application.ts';
import { checkIdentities } from './identity-assertion.ts';
import type { IdentityCheck } from './identity-check.ts';

/** The identity provider (实名认证) that we trust, as configured: its keys are never fetched from where an assertion points. */
export const IdentityProvider = z.object({
  issuer: z.url(),
  /** whom its assertions are made for: us */
  audience: z.url(),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
});
export type IdentityProvider = z.infer<typeof IdentityProvider>;

/** What the assertions sent with an attempt prove. */
export const identitiesOf =
  (provider: IdentityProvider) =>
  ({ form, signatures, documentHash }: SentAttempt, now: number): Promise<IdentityCheck[]> =>
    checkIdentities({
      ...provider,
      form,
      assertions: signatures.map(({ assertion }) => assertion),
      documentHash,
      now,
    });
