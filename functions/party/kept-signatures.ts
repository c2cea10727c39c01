import { decodeJwt } from 'jose';
import type { SentAttempt } from '../application/application.ts';
import type { ApplicationForm, Signatures } from '../application/form.ts';
import { digestOf } from '../shared/digest.ts';
import { type Manifest, manifestOf, type Part } from './document-parts.ts';
import { claimedBy, partsSignedBy, signersNamedBy } from './signers.ts';

/** Of a sent attempt, what says which documents its signatures may cover. */
export type Documents = Pick<SentAttempt, 'documentHash' | 'earlier'>;

/** Digests that are this application's: the document's own, and those before an edit of which a signature was kept. */
export const documentsOf = ({ documentHash, earlier = {} }: Documents): readonly string[] => [
  documentHash,
  ...Object.keys(earlier),
];

/** The digest that a signature claims to cover, read without any verification. */
export function documentClaimedBy(signature: Signatures[number]): string | undefined {
  if ('assertion' in signature) return claimedBy(signature.assertion)?.document_hash;
  try {
    const { nonce } = decodeJwt(signature.presentation.split('~').at(-1) ?? '');
    return typeof nonce === 'string' ? nonce : undefined;
  } catch {
    return undefined;
  }
}

const covers = (manifest: Manifest, today: Manifest, parts: readonly Part[]): boolean =>
  parts.every((part) => today[part] !== undefined && manifest[part] === today[part]);

/** Digests under which a manifest is kept that does not hash to it: no edit of ours left it there. */
export async function forgedIn({ earlier = {} }: Documents): Promise<ReadonlySet<string>> {
  const checked = Object.entries(earlier).map(async ([hash, manifest]) =>
    (await digestOf(manifest)) === hash ? [] : [hash],
  );
  return new Set((await Promise.all(checked)).flat());
}

/**
 * The digests over which a signature of some parts counts today: the document's own, and every earlier
 * one whose manifest has the same digests of these parts.
 */
export async function documentsCovering(
  form: ApplicationForm,
  documents: Documents,
): Promise<(parts: readonly Part[]) => ReadonlySet<string>> {
  const { documentHash, earlier = {} } = documents;
  if (Object.keys(earlier).length === 0) return () => new Set([documentHash]);
  const [today, forged] = await Promise.all([manifestOf(form), forgedIn(documents)]);
  const kept = Object.entries(earlier).filter(([hash]) => !forged.has(hash));
  return (parts) =>
    new Set([
      documentHash,
      ...kept.flatMap(([hash, manifest]) => (covers(manifest, today, parts) ? [hash] : [])),
    ]);
}

/**
 * What is kept of the signatures when the form is replaced: those whose signer signs, in the new form,
 * only parts that are as they were when he signed. Whoever is not asked any more has nothing kept.
 *
 * @returns the members of the attempt that change with it
 */
export async function keptAfterEdit(
  before: SentAttempt,
  form: ApplicationForm,
): Promise<Pick<SentAttempt, 'signatures' | 'earlier'>> {
  const [old, today] = await Promise.all([manifestOf(before.form), manifestOf(form)]);
  const [hash, now] = await Promise.all([digestOf(old), digestOf(today)]);
  // one that was kept under another way of hashing has no manifest, so its signatures cover nothing else
  const manifests = { ...before.earlier, ...(hash === before.documentHash && { [hash]: old }) };
  const earlier: Record<string, Manifest> = {};
  const signatures = before.signatures.filter((signature) => {
    const document = documentClaimedBy(signature);
    const manifest = document === undefined ? undefined : manifests[document];
    if (document === undefined || !manifest) return false;
    const parts = partsSignedWith(signature, form, Object.keys(manifests));
    if (parts.length === 0 || !covers(manifest, today, parts)) return false;
    if (document !== now) earlier[document] = manifest;
    return true;
  });
  return { signatures, ...(Object.keys(earlier).length > 0 && { earlier }) };
}

const partsSignedWith = (
  signature: Signatures[number],
  form: ApplicationForm,
  documents: readonly string[],
): readonly Part[] =>
  'assertion' in signature
    ? signersNamedBy(form, signature.assertion, documents).flatMap(partsSignedBy)
    : form.shareholders?.[signature.shareholder]?.company
      ? ['CHARTER']
      : [];
