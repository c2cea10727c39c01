import * as z from 'zod';
import type { LegalDate } from '../shared/calendar.ts';
import { checkDocument } from '../shared/identity-document.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import { parseUscc } from '../shared/unified-social-credit-code.ts';
import { ABOUT, type List } from './lists.ts';
import { asTyped, type PersonKey, personHash } from './person-hash.ts';
import { addressHash } from './traces.ts';

/** Whom or what an entry of a list is on, as officials name it. */
export const ListedSubject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('PERSON'),
    document: z.strictObject({ kind: z.string().max(40), number: z.string().max(40) }),
  }),
  z.strictObject({ kind: z.literal('BUSINESS'), uscc: z.string().max(40) }),
  z.strictObject({ kind: z.literal('ADDRESS'), address: z.string().min(4).max(200) }),
  z.strictObject({ kind: z.literal('HOST'), id: z.string().regex(/^H-\d{4}$/) }),
  /** token subject of the agent */
  z.strictObject({ kind: z.literal('AGENT'), id: z.string().regex(/^[\w.:@-]{1,100}$/) }),
]);
export type ListedSubject = z.infer<typeof ListedSubject>;

/** Whether a list knows entries on such a subject. */
export const mayBeListed = (list: List, { kind }: ListedSubject): boolean =>
  ABOUT[list].includes(kind);

/** What is wrong with a subject: an entry under a number that nobody has would never be found. */
export function subjectFaults(subject: ListedSubject, today: LegalDate): ProblemError[] {
  if (subject.kind === 'PERSON' && !checkDocument(subject.document, today).ok)
    return [{ pointer: '/subject/document/number', detail: 'NOT_A_DOCUMENT_NUMBER' }];
  if (subject.kind === 'BUSINESS' && !parseUscc(subject.uscc).ok)
    return [{ pointer: '/subject/uscc', detail: 'NOT_A_CODE' }];
  return [];
}

/** The subject as reviews look it up (`subjectsOf` of review/cross-case.ts): a keyed hash, or an id that is public. */
export async function subjectOf(key: PersonKey, subject: ListedSubject): Promise<string> {
  switch (subject.kind) {
    case 'PERSON':
      return personHash(key, subject.document);
    case 'ADDRESS':
      return addressHash(key, subject.address);
    case 'BUSINESS':
      return `USCC:${asTyped(subject.uscc)}`;
    default:
      return `${subject.kind}:${subject.id}`;
  }
}
