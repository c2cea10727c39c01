import type { SubjectKind } from '#functions/party/lists.ts';
import type { Input } from '../../api/routes.ts';

export type Subject = Input<'POST /v1/list-entries/search'>['body']['subject'];

/** Whom one looks for, as it is typed: each kind keeps its own text. */
export interface TypedSubject {
  readonly kind: SubjectKind;
  readonly document: string;
  readonly texts: Readonly<Partial<Record<SubjectKind, string>>>;
}

/** Undefined as long as nothing was typed. */
export function subjectIn({ kind, document, texts }: TypedSubject): Subject | undefined {
  const text = (texts[kind] ?? '').trim();
  if (text === '') return undefined;
  switch (kind) {
    case 'PERSON':
      return { kind, document: { kind: document, number: text } };
    case 'BUSINESS':
      return { kind, uscc: text };
    case 'ADDRESS':
      return { kind, address: text };
    default:
      return { kind, id: text };
  }
}
