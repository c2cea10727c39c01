import * as z from 'zod';

/** Crockford's base 32 without I, L, O, U: the alphabet of ULIDs. */
const ULID = '[0-9A-HJKMNP-TV-Z]{26}';

export const ApplicationId = z.string().regex(new RegExp(`^ap_${ULID}$`));
export type ApplicationId = z.infer<typeof ApplicationId>;

/** One case per attempt: the application's own ULID and the attempt, so that opening twice opens once. */
export const CaseId = z.string().regex(new RegExp(`^ca_${ULID}-[1-9][0-9]{0,3}$`));
export type CaseId = z.infer<typeof CaseId>;

export const BatchId = z.string().regex(new RegExp(`^ba_${ULID}$`));
export type BatchId = z.infer<typeof BatchId>;

/** One signing for each person of an attempt; see party/signing.ts. */
export const SigningId = z.string().regex(new RegExp(`^si_${ULID}$`));
export type SigningId = z.infer<typeof SigningId>;

/** A stop of issuance (停办). */
export const StopId = z.string().regex(new RegExp(`^st_${ULID}$`));
export type StopId = z.infer<typeof StopId>;

/** An edition of dated data that officials publish. */
export const EditionId = z.string().regex(new RegExp(`^ed_${ULID}$`));
export type EditionId = z.infer<typeof EditionId>;

/** An entry of a list on a person, a business or an address. */
export const ListEntryId = z.string().regex(new RegExp(`^le_${ULID}$`));
export type ListEntryId = z.infer<typeof ListEntryId>;

/** Draws a new id: prefix and ULID, sortable by time. Passed in, because it uses randomness and the clock. */
export type NewId = (prefix: 'ap' | 'ba' | 'st' | 'ed' | 'le') => string;

/** An application's attempt: the first is 1, each correction counts on. */
export const Attempt = z.int().min(1).max(9999);

/** What every task of `registration` gets, and all it gets: the record stays in the table. */
export const AttemptTask = z.object({ applicationId: ApplicationId, attempt: Attempt });
export type AttemptTask = z.infer<typeof AttemptTask>;

export const caseIdOf = ({ applicationId, attempt }: AttemptTask): CaseId =>
  `ca_${applicationId.slice(3)}-${attempt}`;

export function attemptOfCase(caseId: CaseId): AttemptTask {
  const [ulid, attempt] = caseId.slice(3).split('-');
  return { applicationId: `ap_${ulid}`, attempt: Number(attempt) };
}
