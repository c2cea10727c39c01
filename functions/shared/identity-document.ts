import type { LegalDate } from './calendar.ts';
import type { DocumentKind } from './document-kinds.ts';
import { parseResidentId, type ResidentId } from './resident-id.ts';

/**
 * What each kind of document's number looks like (domain.md 2.3). A pattern alone cannot tell a
 * wrong digit: the permits have no check character that is public.
 */
const DOCUMENTS = {
  /** 居民身份证; nothing beyond what {@link parseResidentId} checks */
  RESIDENT_ID: { pattern: /./, citizenNumber: true },
  /** 港澳居民来往内地通行证; from memory, not checked against an official text */
  HK_MACAO_PERMIT: { pattern: /^[HM]\d{8}(\d{2})?$/, citizenNumber: false },
  /** 台湾居民来往大陆通行证, and its older form; from memory, not checked against an official text */
  TAIWAN_PERMIT: { pattern: /^(\d{8}|\d{10}[A-Z]?)$/, citizenNumber: false },
  /** 港澳台居民居住证; prefixes from memory, not checked against an official text */
  RESIDENCE_CARD: { pattern: /^8[123]0000/, citizenNumber: true },
  /** 外国人永久居留身份证 of 2023; prefix from memory, not checked against an official text */
  FOREIGN_RESIDENT_CARD: { pattern: /^9/, citizenNumber: true },
  /** a passport of any country; from memory, not checked against an official text */
  PASSPORT: { pattern: /^[0-9A-Z]{5,17}$/, citizenNumber: false },
} as const satisfies Readonly<Record<DocumentKind, { pattern: RegExp; citizenNumber: boolean }>>;

export const isDocumentKind = (kind: string): kind is DocumentKind =>
  Object.hasOwn(DOCUMENTS, kind);

type NumberFault = Extract<ResidentId, { ok: false }>['fault'];

export type CheckedDocument =
  | { readonly ok: true; readonly number: string; readonly birth?: LegalDate }
  | { readonly ok: false; readonly fault: 'KIND' | 'PATTERN' | NumberFault };

/**
 * Whether a number can be one of that kind of document.
 *
 * @returns the number in upper case, and the birth date where the number holds one. `KIND`: no
 *   such kind; `PATTERN`: does not look like one of that kind; the others as for a resident ID.
 */
export function checkDocument(
  document: { readonly kind: string; readonly number: string },
  today: LegalDate,
): CheckedDocument {
  if (!isDocumentKind(document.kind)) return { ok: false, fault: 'KIND' };
  const { pattern, citizenNumber } = DOCUMENTS[document.kind];
  const number = document.number.normalize('NFKC').trim().toUpperCase();
  const read = citizenNumber ? parseResidentId(number, today) : { ok: true as const, number };
  return read.ok && !pattern.test(number) ? { ok: false, fault: 'PATTERN' } : read;
}
