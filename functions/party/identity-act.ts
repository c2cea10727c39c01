import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { PersonKey } from '../application/form.ts';
import { Instant } from '../shared/calendar.ts';

/** IN_PERSON: before the official; NOTARISED: by a notarised proof of identity (公证). */
const IdentityActKind = z.enum(['IN_PERSON', 'NOTARISED']);

/**
 * An official verified who a person is, and the person signed on paper before him: the way for whom
 * the face check does not know (实施细则 art. 16). It counts as the person's signature of that document.
 */
export const IdentityAct = z.object({
  schemaVersion: z.literal(1),
  person: PersonKey,
  kind: IdentityActKind,
  /** reference of the paper in the file: of the signed form, or of the notary's certificate */
  document: z.string(),
  /** digest of the document that was signed */
  documentHash: z.string(),
  /** the official's token subject */
  by: z.string(),
  at: Instant,
});
export type IdentityAct = z.infer<typeof IdentityAct>;

const PART = '#IDENTITY#';

/** Name of the part of an attempt under which a person's act is kept. */
export const identityActPart = (person: string): string => `${PART}${person}`;

/** The acts kept with an attempt. */
export const identityActsIn = (parts: ApplicationRecord['parts']): readonly IdentityAct[] =>
  [...parts].filter(([part]) => part.startsWith(PART)).map(([, item]) => IdentityAct.parse(item));
