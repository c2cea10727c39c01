import type { ApplicationRecord } from '../application/application.ts';
import { identityOf } from '../application/form-places.ts';
import { identityActsIn } from './identity-act.ts';
import { documentsOf } from './kept-signatures.ts';
import { assertionsOf, missingSigners, type Signer } from './signers.ts';

/**
 * The persons for whom an attempt still waits: neither an assertion nor an official's act stands for
 * them. An act stands for the very document that was before the official: after any edit the person
 * is asked again.
 */
export function missingSignersOf({
  sent,
  parts,
}: Pick<ApplicationRecord, 'sent' | 'parts'>): readonly Signer[] {
  const { form, signatures, documentHash } = sent;
  const verified = new Set(
    identityActsIn(parts)
      .filter((act) => act.documentHash === documentHash)
      .map(({ person }) => identityOf(form, person)),
  );
  return missingSigners(form, assertionsOf(signatures), documentsOf(sent)).filter(
    ({ person }) => !verified.has(identityOf(form, person)),
  );
}
