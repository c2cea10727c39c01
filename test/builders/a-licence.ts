import { deflateSync } from 'node:zlib';
import {
  CompactSign,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
} from 'jose';
import { TrustedIssuer } from '#functions/e-licence/trust-list.ts';
import { aDisclosure, anSdJwt, digestOfDisclosure } from './an-sd-jwt.ts';

/** The moment at which the demo region signs, unless a test says otherwise. */
export const LICENSED_AT = Date.parse('2026-11-23T02:00:00.000Z');

/** An invented company of Hunan; its code is synthetic and passes both checks. */
export const HUNAN_COMPANY = {
  name: '长沙云麓山货有限公司',
  uscc: '91440115MAX0000153',
  legal_representative: '楚小满',
  type: '有限责任公司(自然人投资或控股)',
  capital_fen: 500_000_000,
  address: '湖南省长沙市岳麓区望月街1号',
  scope: '食用农产品批发;农副产品销售。',
  registrar: '长沙市市场监督管理局',
  established: '2024-05-06',
};

/** Changes to a lawful licence. */
export interface LicenceChange {
  /** members of the payload that replace or, when undefined, take away */
  readonly payload?: object;
  readonly header?: object;
  /** the claims shown; all unless said */
  readonly show?: readonly string[];
}

/**
 * A region with keys of its own, which issues business licences and status lists.
 *
 * Signs as of LICENSED_AT.
 */
export async function demoRegion(issuer = 'https://licence.hunan.example') {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const jwks: JSONWebKeySet = { keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] };
  const statusListUri = `${issuer}/status/1`;
  const iat = LICENSED_AT / 1000;

  return {
    issuer,
    jwks,
    privateKey,
    statusListUri,

    /** The region as it stands in the trust list. */
    trustListEntry: (endpoint = issuer): TrustedIssuer =>
      TrustedIssuer.parse({
        region: '43',
        regionName: '湖南',
        issuer,
        endpoint,
        jwks,
        types: ['urn:market-entry:business-licence:1'],
        from: '2026-01-01',
      }),

    /** A licence as its holder shows it. Every claim is selectively disclosable. */
    licence(
      claims: Readonly<Record<string, unknown>> = HUNAN_COMPANY,
      idx = 7,
      { payload = {}, header = {}, show = Object.keys(claims) }: LicenceChange = {},
    ): Promise<string> {
      const disclosures = new Map(
        Object.entries(claims).map(([name, value]) => [name, aDisclosure(name, value)]),
      );
      const lawful = {
        iss: issuer,
        iat,
        vct: 'urn:market-entry:business-licence:1',
        status: { status_list: { idx, uri: statusListUri } },
        _sd_alg: 'sha-256',
        _sd: [...disclosures.values()].map(digestOfDisclosure),
      };
      return anSdJwt(
        privateKey,
        { ...lawful, ...payload },
        {
          header: { kid, ...header },
          disclosures: [...disclosures]
            .filter(([name]) => show.includes(name))
            .map(([, text]) => text),
        },
      );
    },

    /**
     * A signed status list of 1,024 entries.
     *
     * @param marks index → status
     * @param change members of the payload that replace or, when undefined, take away
     */
    statusList(
      marks: ReadonlyMap<number, number> = new Map(),
      bits: 1 | 2 | 4 | 8 = 2,
      change: object = {},
      header: object = {},
    ): Promise<string> {
      const bytes = Buffer.alloc((1_024 * bits) / 8);
      for (const [index, status] of marks) {
        const bit = index * bits;
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) | (status << (bit & 7)), bit >> 3);
      }
      const payload = {
        sub: statusListUri,
        iat,
        exp: iat + 3_600,
        ttl: 300,
        status_list: { bits, lst: deflateSync(bytes).toString('base64url') },
        ...change,
      };
      return new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ: 'statuslist+jwt', kid, ...header })
        .sign(privateKey);
    },
  };
}
