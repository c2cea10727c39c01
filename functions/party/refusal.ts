import * as z from 'zod';
import type { ApplicationRecord, KeptPart } from '../application/application.ts';
import { PersonKey } from '../application/form.ts';
import { Instant } from '../shared/calendar.ts';
import { type Manifest, manifestOf } from './document-parts.ts';
import { missingSignersOf } from './missing-signers.ts';
import { partsSignedBy, type Signer } from './signers.ts';

/** Why somebody does not sign: not his business, content that he does not agree with, not willing any more. */
export const RefusalCode = z.enum(['NOT_ME', 'DISAGREES', 'WITHDRAWN', 'OTHER']);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** A person who is asked to sign says no. Kept with the attempt, one for each person, the last one counts. */
export const Refusal = z.object({
  schemaVersion: z.literal(1),
  person: PersonKey,
  code: RefusalCode,
  /** in his own words, told to the applicant as it stands */
  text: z.string().max(500).optional(),
  at: Instant,
  /** the parts that he was asked to sign, with their digests */
  parts: z.record(z.string(), z.string()),
});
export type Refusal = z.infer<typeof Refusal>;

const PART = '#REFUSAL#';

/** Name of the part of an attempt under which a person's refusal is kept. */
export const refusalPart = (person: string): string => `${PART}${person}`;

/** A refusal as it is kept with the attempt. */
export async function refused(
  { sent }: Pick<ApplicationRecord, 'sent'>,
  signer: Signer,
  { code, text }: Pick<Refusal, 'code' | 'text'>,
  at: Instant,
): Promise<KeptPart> {
  const manifest = await manifestOf(sent.form);
  const item: Refusal = {
    schemaVersion: 1,
    person: signer.person,
    code,
    ...(text !== undefined && { text }),
    at,
    parts: askedOf(signer, manifest),
  };
  return { name: refusalPart(signer.person), item };
}

const askedOf = (signer: Signer, manifest: Manifest): Record<string, string> =>
  Object.fromEntries(partsSignedBy(signer).map((part) => [part, manifest[part] ?? '']));

/**
 * The refusals that stand: of persons who are still missing, and who are asked to sign the same. An
 * edit of one of these parts clears a refusal, and so does the person's later signature.
 */
export async function standingRefusals(
  record: Pick<ApplicationRecord, 'sent' | 'parts'>,
): Promise<readonly Refusal[]> {
  const kept = [...record.parts]
    .filter(([part]) => part.startsWith(PART))
    .map(([, item]) => Refusal.parse(item));
  if (kept.length === 0) return [];
  const manifest = await manifestOf(record.sent.form);
  const missing = missingSignersOf(record);
  return kept.filter(({ person, parts }) => {
    const signer = missing.find((it) => it.person === person);
    const asked = signer && Object.entries(askedOf(signer, manifest));
    return (
      asked?.length === Object.keys(parts).length &&
      asked.every(([part, digest]) => parts[part] === digest)
    );
  });
}
