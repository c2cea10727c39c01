import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type JSONWebKeySet, SignJWT } from 'jose';
import * as z from 'zod';
import { AssertedPerson } from '#functions/party/signers.ts';
import { PERSONS } from '../accounts.ts';
import { authorizationRoutes, CheckMode, personOf } from './identity-authorization.ts';
import { demoHandler, type Fault, jsonBody, problem } from './json-http.ts';
import { signingKey } from './signing-key.ts';

/** Stands for the national real-name service; fixed, whatever the port. */
export const IDENTITY_ISSUER = 'https://identity.market-entry.example';
export const IDENTITY_AUDIENCE = 'https://market-entry.example';
/** our name at its authorisation end-point */
export const IDENTITY_CLIENT = 'market-entry';

const DAY = 24 * 3600;

/** Who signed what and when; times in milliseconds since the epoch. */
interface Signed extends AssertedPerson {
  /** digest of the document, 64 hexadecimal digits */
  readonly documentHash: string;
  readonly at: number;
  /** when the face was verified; absent = at signing */
  readonly verifiedAt?: number;
}

export interface IdentityProvider {
  readonly publicJwks: JSONWebKeySet;
  /** The provider's word, as a JWT, that this person signed this document. Good for 90 days. */
  readonly assert: (signed: Signed) => Promise<string>;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** One of the two is needed: a demo account or the person as the form names him. */
const AssertionRequest = z.strictObject({
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
  account: z.string().optional(),
  person: AssertedPerson.optional(),
});

/**
 * How it fails: all of it (`silent`, `error`), or the face checks alone, of all (`fails`) or of one
 * account or document.
 */
const FaultRequest = z.strictObject({
  mode: z.enum(['none', 'error', ...CheckMode.options]),
  account: z.string().optional(),
  documentHash: z.string().optional(),
});

/** The demo identity provider: believes whoever asks. Its key is kept in `keyFile`. */
export async function createIdentityProvider(keyFile: string): Promise<IdentityProvider> {
  const { kid, privateKey, publicJwks } = await signingKey(keyFile);

  const assert = ({ documentHash, name, document, at, verifiedAt = at }: Signed) => {
    const iat = Math.floor(at / 1000);
    return new SignJWT({
      document_hash: documentHash,
      auth_time: Math.floor(verifiedAt / 1000),
      person: { name, document: { kind: document.kind, number: document.number } },
      method: 'face',
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'identity-assertion+jwt', kid })
      .setIssuer(IDENTITY_ISSUER)
      .setAudience(IDENTITY_AUDIENCE)
      .setIssuedAt(iat)
      .setExpirationTime(iat + 90 * DAY)
      .setJti(randomUUID())
      .sign(privateKey);
  };

  const fault: Fault = { mode: 'none' };
  const everybody: { mode: CheckMode } = { mode: 'ok' };
  const modes = new Map<string, CheckMode>();
  const outcomeOf = (of: { account?: string | undefined; documentHash: string }): CheckMode =>
    modes.get(of.documentHash) ?? modes.get(of.account ?? '') ?? everybody.mode;

  const handler = demoHandler(
    '/demo/identity',
    {
      'GET /demo/identity/jwks.json': () => ({ status: 200, body: publicJwks }),
      'POST /demo/identity/assertions': async (request) => {
        const { documentHash, ...asked } = AssertionRequest.parse(await jsonBody(request));
        const person = asked.person ?? personOf(asked.account);
        if (!person)
          return problem(400, `name a person, or an account: ${Object.keys(PERSONS).join(', ')}`);
        const mode = outcomeOf({ account: asked.account, documentHash });
        if (mode === 'silent') return undefined;
        if (mode === 'fails') return problem(422, 'the face does not match');
        const assertion = await assert({ documentHash, ...person, at: Date.now() });
        return { status: 200, body: { assertion } };
      },
      'PUT /demo/identity/fault': async (request) => {
        const { mode, account, documentHash } = FaultRequest.parse(await jsonBody(request));
        const check = CheckMode.safeParse(mode).data ?? 'ok';
        const of = documentHash ?? account;
        if (of !== undefined && check === 'ok') modes.delete(of);
        else if (of !== undefined) modes.set(of, check);
        else {
          everybody.mode = mode === 'fails' ? 'fails' : 'ok';
          fault.mode = mode === 'silent' || mode === 'error' ? mode : 'none';
        }
        return { status: 200, body: { mode } };
      },
      ...authorizationRoutes({ outcomeOf, assert, now: Date.now }),
    },
    fault,
  );
  return { publicJwks, assert, handler };
}
