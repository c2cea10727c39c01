import type { JSONWebKeySet } from 'jose';
import { signedToken } from '../business-licence/credential.ts';
import type { LicenceSigner } from '../business-licence/licence-signer.ts';
import type { Refusal } from '../e-licence/refusal.ts';
import { verdictOf } from '../e-licence/refusal.ts';
import { mustBeSignedBy, readSignedToken } from '../e-licence/signed-token.ts';
import { canonicalJson, type Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import { NOTICE_LANGUAGES, NoticeHead, type NoticeLanguage, type NoticeText } from './notice.ts';

/** A type of its own: a notice never passes as a licence or a status list, which the same key signs. */
const NOTICE_TYPE = 'notice+jwt';

/** Who signs, for whom, and when, in milliseconds since the epoch. */
export interface Sealing {
  readonly signer: LicenceSigner;
  /** base URL of this system, as on our licences */
  readonly issuer: string;
  readonly now: number;
}

const encoded = (value: Json): string => Buffer.from(canonicalJson(value)).toString('base64url');

/** The head as a signed JWT (ES256): the payload is canonical JSON (RFC 8785), so one head has one text. */
export async function sealed(head: NoticeHead, { signer, issuer, now }: Sealing): Promise<string> {
  const { kid } = await signer.publicJwk();
  const header = { alg: 'ES256', typ: NOTICE_TYPE, kid };
  const payload = { ...head, iss: issuer, iat: Math.floor(now / 1000) };
  const signingInput = `${encoded(header)}.${encoded(payload)}`;
  return signedToken(signingInput, await signer.sign(signingInput));
}

/** What came of verifying a notice: whether it is ours and unaltered, and in which language the text shown is its own. */
export type NoticeVerdict =
  | {
      readonly valid: true;
      readonly head: NoticeHead;
      readonly signedAt: string;
      /** of the text that was shown with it: its language; OTHER = not this notice's text */
      readonly text?: NoticeLanguage | 'OTHER';
    }
  | { readonly valid: false; readonly reason: Refusal };

/** Verifies a notice for anybody who has its JWT, and its text where he shows that too. */
export async function verifyNotice(
  jws: string,
  { jwks, issuer }: { readonly jwks: JSONWebKeySet; readonly issuer: string },
  shown?: NoticeText,
): Promise<NoticeVerdict> {
  const read = await verdictOf(
    (async () => {
      const token = readSignedToken(jws, NOTICE_TYPE);
      await mustBeSignedBy(jwks, token);
      return token;
    })(),
  );
  if (!read.ok) return { valid: false, reason: read.reason };
  const { iss, iat, ...claims } = read.payload;
  if (iss !== issuer) return { valid: false, reason: 'ISSUER_UNKNOWN' };
  const head = NoticeHead.parse(claims);
  const signedAt = new Date(Number(iat) * 1000).toISOString();
  if (!shown) return { valid: true, head, signedAt };
  const digest = await digestOf(shown);
  const text = NOTICE_LANGUAGES.find((it) => head.texts[it] === digest) ?? 'OTHER';
  return { valid: true, head, signedAt, text };
}
