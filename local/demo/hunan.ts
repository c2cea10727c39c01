import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { STATUS, STATUS_LIST_TYPE, statusListOf } from '#functions/e-licence/status-list.ts';
import { BUSINESS_LICENCE } from '#functions/e-licence/trust-list.ts';
import { IDENTITY_AUDIENCE } from './identity-provider.ts';
import { demoHandler, jsonBody } from './json-http.ts';
import { type SigningKey, signingKey } from './signing-key.ts';

/** Stands for the market regulation authority of 湖南省; fixed, whatever the port. */
const HUNAN_ISSUER = 'https://licence.hunan.example';
const STATUS_LIST = `${HUNAN_ISSUER}/status-lists/1`;

/** Places in the status list, two bits each. */
const STATUSES = 65_536;
/** The one place whose licence is revoked. */
const REVOKED_INDEX = 7;

/** What the face of a licence says of its holder; an invented company. */
const LicenceHolder = z.strictObject({
  name: z.string(),
  uscc: z.string(),
  legal_representative: z.string().default('示例法定代表人'),
  type: z.string().default('有限责任公司'),
  address: z.string().default('湖南省长沙市示例区示例路1号'),
  capital_fen: z.int().default(500_000_000),
  scope: z.string().default('一般项目：互联网销售（除销售需要许可的商品）'),
  registrar: z.string().default('430100'),
  established: z.string().default('2023-03-01'),
});

/**
 * A licence to issue: `revoked` puts it on the one revoked place of the status list; `wallet` binds it to
 * the key with which the demo companies sign (SD-JWT VC, 2.2.2.2, `cnf`).
 */
const LicenceRequest = LicenceHolder.extend({
  revoked: z.boolean().default(false),
  wallet: z.boolean().default(false),
});

const PresentationRequest = z.strictObject({
  licence: z.string(),
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface DemoRegion {
  /** The region as an entry of the trust list; `endpoint` is where the demo region answers now. */
  readonly trustListEntry: (endpoint: string) => object;
  /** An e-licence as SD-JWT VC in compact form, issued at a moment (milliseconds since the epoch). */
  readonly licence: (holder: z.input<typeof LicenceRequest>, issuedAt: number) => Promise<string>;
  /** A company signs a document with its e-licence, which must be bound to the wallet (KB-JWT; RFC 9901, 4.3). */
  readonly present: (licence: string, documentHash: string, at: number) => Promise<string>;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * The demo partner region 湖南省 (43): issues e-licences and tells their state, and keeps the wallet of its
 * companies. Its key is kept in `keyFile`, the wallet's beside it.
 */
export async function createDemoRegion(keyFile: string): Promise<DemoRegion> {
  const [key, wallet] = await Promise.all([signingKey(keyFile), signingKey(`${keyFile}.wallet`)]);

  const trustListEntry = (endpoint: string) => ({
    region: '43',
    regionName: '湖南省',
    issuer: HUNAN_ISSUER,
    endpoint,
    jwks: key.publicJwks,
    types: [BUSINESS_LICENCE],
    from: '2025-01-01',
  });

  const licence: DemoRegion['licence'] = (request, issuedAt) => {
    const { revoked, wallet: bound, ...holder } = LicenceRequest.parse(request);
    const cnf = bound ? { cnf: { jwk: wallet.publicJwks.keys[0] } } : {};
    return sdJwt(key, holder, statusIndex(holder.uscc, revoked), issuedAt, cnf);
  };

  const present: DemoRegion['present'] = async (shown, documentHash, at) => {
    const binding = new SignJWT({
      nonce: documentHash,
      sd_hash: createHash('sha256').update(shown, 'ascii').digest('base64url'),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
      .setAudience(IDENTITY_AUDIENCE)
      .setIssuedAt(Math.floor(at / 1000));
    return `${shown}${await binding.sign(wallet.privateKey)}`;
  };

  const handler = demoHandler('/demo/hunan', {
    'GET /demo/hunan/jwks.json': () => ({ status: 200, body: key.publicJwks }),
    'GET /demo/hunan/status-lists/1': async () => ({
      status: 200,
      body: await statusList(key, Date.now()),
      type: 'application/statuslist+jwt',
    }),
    'POST /demo/hunan/licences': async (request) => {
      const asked = LicenceRequest.parse(await jsonBody(request));
      return { status: 200, body: { licence: await licence(asked, Date.now()) } };
    },
    'POST /demo/hunan/presentations': async (request) => {
      const { licence: shown, documentHash } = PresentationRequest.parse(await jsonBody(request));
      return {
        status: 200,
        body: { presentation: await present(shown, documentHash, Date.now()) },
      };
    },
  });
  return { trustListEntry, licence, present, handler };
}

/** Every claim about the holder can be disclosed by itself; RFC 9901, SD-JWT VC. */
async function sdJwt(
  { kid, privateKey }: SigningKey,
  holder: Record<string, unknown>,
  idx: number,
  issuedAt: number,
  confirmation: object,
): Promise<string> {
  const disclosures = Object.entries(holder).map(([claim, value]) =>
    Buffer.from(JSON.stringify([randomBytes(16).toString('base64url'), claim, value])).toString(
      'base64url',
    ),
  );
  const digests = disclosures.map((it) => createHash('sha256').update(it).digest('base64url'));
  const jwt = await new SignJWT({
    vct: BUSINESS_LICENCE,
    _sd_alg: 'sha-256',
    _sd: digests.sort(),
    status: { status_list: { idx, uri: STATUS_LIST } },
    ...confirmation,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', kid })
    .setIssuer(HUNAN_ISSUER)
    .setIssuedAt(Math.floor(issuedAt / 1000))
    .sign(privateKey);
  return `${[jwt, ...disclosures].join('~')}~`;
}

/** One place per company, the same each time; never the revoked one by chance. */
function statusIndex(uscc: string, revoked: boolean): number {
  if (revoked) return REVOKED_INDEX;
  const index = createHash('sha256').update(uscc).digest().readUInt16BE() % STATUSES;
  return index === REVOKED_INDEX ? index + 1 : index;
}

/** The signed list of states, good for an hour; Token Status List, section 5.1. */
async function statusList({ kid, privateKey }: SigningKey, at: number): Promise<string> {
  const iat = Math.floor(at / 1000);
  const revoked = new Map([[REVOKED_INDEX, STATUS.INVALID]]);
  return new SignJWT({ status_list: await statusListOf(2, STATUSES, revoked), ttl: 3600 })
    .setProtectedHeader({ alg: 'ES256', typ: STATUS_LIST_TYPE, kid })
    .setSubject(STATUS_LIST)
    .setIssuer(HUNAN_ISSUER)
    .setIssuedAt(iat)
    .setExpirationTime(iat + 3600)
    .sign(privateKey);
}
