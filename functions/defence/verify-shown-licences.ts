import { decodeJwt, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { LicenceCheck } from '../e-licence/licence-check.ts';
import { type VerifiedSdJwt, verifySdJwt } from '../e-licence/sd-jwt.ts';
import { STATUS, statusAt, verifyStatusList } from '../e-licence/status-list.ts';
import { BUSINESS_LICENCE } from '../e-licence/trust-list.ts';
import { StatusReference } from '../e-licence/verify-licence.ts';
import { digestOf } from '../shared/digest.ts';
import type { Checked } from './checked.ts';
import { plain, type Sections } from './defence-file.ts';

/** For so long after it was read, a list may have been gone by, in milliseconds. */
const RELIED_ON = 300_000;

const Kept = z.looseObject({
  checks: z.array(LicenceCheck),
  answers: z.array(z.object({ shareholder: z.int(), digest: z.string() })).default([]),
});
const Company = z.looseObject({ licence: z.string().optional() });
const Shown = z.looseObject({
  form: z.looseObject({
    shareholders: z.array(z.looseObject({ company: Company.optional() })).default([]),
  }),
  signatures: z
    .array(z.looseObject({ shareholder: z.int().optional(), presentation: z.string().optional() }))
    .default([]),
  documentHash: z.string().default(''),
  earlier: z.record(z.string(), z.unknown()).default({}),
});
const Answer = z.looseObject({
  issuer: z.string(),
  uri: z.string(),
  readAt: z.string(),
  jwks: z.custom<JSONWebKeySet>((it) => typeof it === 'object' && it !== null && 'keys' in it),
  token: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;

/** Each e-licence whose issuer was asked, verified again by what the issuer said then. */
export async function checkLicences({ attempts, answers }: Sections): Promise<Checked[]> {
  const asked = attempts.flatMap(({ attempt, sent, beside }) => {
    const { data: kept } = Kept.safeParse(beside.LICENCES);
    const { form, signatures, documentHash, earlier } = Shown.parse({ form: {}, ...sent });
    return (kept?.answers ?? []).map(({ shareholder, digest }) => ({
      what: `The e-licence of shareholder ${shareholder + 1} in attempt ${attempt}`,
      check: kept?.checks.find((it) => it.shareholder === shareholder),
      token:
        signatures.find((it) => it.shareholder === shareholder)?.presentation ??
        form.shareholders[shareholder]?.company?.licence ??
        '',
      documents: [documentHash, ...Object.keys(earlier)],
      digest,
    }));
  });
  return Promise.all(
    asked.map(async ({ what, check, token, documents, digest }) => {
      const { schemaVersion: _ours, ...kept } = answers[digest] ?? {};
      const { data: answer } = Answer.safeParse(kept);
      if (!answer || !check || (await digestOf(plain(kept))) !== digest)
        return { holds: false, says: `${what}: its issuer’s answer is missing or is another.` };
      if (answer.token === undefined)
        return {
          holds: true,
          says: `${what}: its issuer’s list was too long; its digest is kept.`,
        };
      const { status, nonce = '' } = await foundThen(token, answer, answer.token);
      const holds =
        (status === STATUS.VALID) === (check.outcome === 'VALID') &&
        (check.signed !== 'SIGNED' || documents.includes(nonce));
      const signed = check.signed === 'SIGNED' ? ', and its holder signed with it' : '';
      return {
        holds,
        says: holds
          ? `${what} was ${check.outcome} by its issuer’s own word of ${answer.readAt}${signed}.`
          : `${what} was found ${check.outcome}${signed}; its issuer’s word or the signature does not say so.`,
      };
    }),
  );
}

/** What licence and list say; without a status where one of them does not hold. */
async function foundThen(
  token: string,
  { issuer, jwks, uri, readAt }: Answer,
  list: string,
): Promise<{ readonly status?: number | undefined; readonly nonce?: string | undefined }> {
  const now = Date.parse(readAt);
  const read =
    (await licenceAt(token, issuer, jwks, now + RELIED_ON)) ??
    (await licenceAt(token, issuer, jwks, now));
  const published = await verifyStatusList(list, { jwks, uri, now });
  const { data: reference } = StatusReference.safeParse(read?.claims.status);
  if (!published.ok || !reference) return {};
  return { status: statusAt(published.list, reference.status_list.idx), nonce: read?.nonce };
}

async function licenceAt(
  token: string,
  issuer: string,
  jwks: JSONWebKeySet,
  now: number,
): Promise<VerifiedSdJwt | undefined> {
  const audience = audienceOf(token.split('~').at(-1) ?? '');
  const verdict = await verifySdJwt(token, {
    typ: 'dc+sd-jwt',
    vct: BUSINESS_LICENCE,
    keysOf: (iss) => (iss === issuer ? jwks : undefined),
    ...(audience !== undefined && { audience }),
    now,
  });
  return verdict.ok ? verdict : undefined;
}

/** Whom a key binding was made for; it was compared with ours when it came. */
function audienceOf(binding: string): string | undefined {
  if (binding === '') return undefined;
  try {
    const { aud } = decodeJwt(binding);
    return typeof aud === 'string' ? aud : undefined;
  } catch {
    return undefined;
  }
}
