/** Documents by which a person is known: what each is, and how its number looks, in `identity-document.ts`. */
export const DOCUMENT_KINDS = [
  'RESIDENT_ID',
  'HK_MACAO_PERMIT',
  'TAIWAN_PERMIT',
  'RESIDENCE_CARD',
  'FOREIGN_RESIDENT_CARD',
  'PASSPORT',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
