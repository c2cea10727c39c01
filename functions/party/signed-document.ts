import type { SentAttempt } from '../application/application.ts';
import { identityOf } from '../application/form-places.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { chooseScope, printedScope } from '../scope/chosen-scope.ts';
import type { Json } from '../shared/canonical-json.ts';
import { legalDateOf } from '../shared/days.ts';
import { inTongue, type Language } from '../shared/language.ts';
import { type Manifest, manifestOf, type Part, partsOf } from './document-parts.ts';
import { givenPromises } from './given-promises.ts';
import { partsSignedBy, type SigningKind, signersOf } from './signers.ts';
import { type PartyRole, partTitle, partyRolesOf, plainWords } from './signing-words.ts';

/** What one person signs, in the words and with the data that he reads before he does. */
export interface SignedDocument {
  /** in plain words */
  readonly says: string;
  readonly business: {
    readonly type?: string | undefined;
    readonly name?: string | undefined;
    readonly registrar?: string | undefined;
    /** as a licence prints it */
    readonly scope: string;
    readonly address?: string | undefined;
  };
  readonly roles: readonly PartyRole[];
  /** only the parts that he signs: what others sign is theirs */
  readonly parts: readonly {
    readonly part: Part;
    readonly title: string;
    readonly data: Json;
    /** PROMISES: each promise in the words that are signed by its version */
    readonly texts?: readonly string[];
  }[];
  /** digest of every part; the document's hash is the digest of this in canonical JSON (RFC 8785) */
  readonly manifest: Manifest;
  readonly documentHash: string;
}

/**
 * The document as one signer reads it. A person whom the form names under two keys reads and signs
 * the parts of both.
 *
 * @param hostAddress where the business is at a host's
 * @param bundleOn finds bundles, where others may have been published than those of the release
 */
export async function signedDocument(
  { form, documentHash }: Pick<SentAttempt, 'form' | 'documentHash'>,
  person: string,
  now: number,
  language: Language,
  hostAddress?: string,
  bundleOn?: BundleOn,
): Promise<SignedDocument> {
  const identity = identityOf(form, person);
  const own = signersOf(form).filter((it) => identityOf(form, it.person) === identity);
  const keys = own.map((it) => it.person);
  const signed = new Set(own.flatMap(partsSignedBy));
  const parts = partsOf(form).filter(([part]) => signed.has(part));
  const kinds = [...new Set(parts.map(([part]) => kindOf(part)))];
  const { type, name, registrar, premises } = form;
  const address = premises?.address ?? hostAddress;
  return {
    says: plainWords(form, keys, kinds, language),
    business: {
      type,
      name,
      registrar,
      scope: printedScope(chooseScope(form.scope, legalDateOf(now), bundleOn).items),
      address,
    },
    roles: partyRolesOf(form, ...keys),
    parts: parts.map(([part, data]) => ({
      part,
      title: partTitle(kindOf(part), language),
      data,
      ...(part === 'PROMISES' && {
        texts: givenPromises(form).map(inTongue(language)),
      }),
    })),
    manifest: await manifestOf(form),
    documentHash,
  };
}

const KINDS = ['APPLICATION', 'CHARTER', 'MANDATE', 'CUSTODY', 'PROMISES'] as const;
const kindOf = (part: Part): SigningKind => KINDS.find((it) => it === part) ?? 'CONSENT';
