import * as z from 'zod';
import { Application, type ApplicationRecord } from '../application/application.ts';
import { Row } from '../batch/batch.ts';
import { missingParties } from '../party/parties.ts';
import type { SignedDocument } from '../party/signed-document.ts';
import { Signing, type SigningState } from '../party/signing.ts';
import { PARTY_ROLES } from '../party/signing-words.ts';
import { HostRefusalView } from './host-refusal-view.ts';

const { id, person, openUntil } = Signing.shape;
const documentHash = z.string();

/** A link as its owner gets it, once: the secret in it is kept nowhere. */
export const LinkView = z.strictObject({ person, id, link: z.url(), openUntil });
export type LinkView = z.infer<typeof LinkView>;
export const LinkListView = z.strictObject({ signings: z.array(LinkView) });

/** How far the application is, as every party may know. */
export const ProgressView = z.strictObject({
  state: Application.shape.state,
  /** persons, companies and hosts whose signature is still missing */
  missing: z.int(),
  uscc: Application.shape.uscc,
});

export const progressOf = (record: ApplicationRecord): z.infer<typeof ProgressView> => ({
  state: record.application.state,
  missing: missingParties(record).length,
  uscc: record.application.uscc,
});

const Role = z.enum(PARTY_ROLES);

/** What a person reads before he signs: plain words first, then every part that he signs. */
export const SigningView = z.strictObject({
  id,
  state: z.enum(['OPEN', 'SIGNED']),
  says: z.string(),
  business: z.strictObject({
    type: z.string().optional(),
    name: z.string().optional(),
    registrar: z.string().optional(),
    scope: z.string(),
    address: z.string().optional(),
  }),
  roles: z.array(Role).readonly(),
  /** the parts that this person signs, whole */
  parts: z
    .array(
      z.strictObject({
        part: z.string(),
        title: z.string(),
        data: z.unknown(),
        /** PROMISES: each promise in the words that are signed by its version */
        texts: z.array(z.string()).readonly().optional(),
      }),
    )
    .readonly(),
  /** SHA-256 of every part's data in canonical JSON (RFC 8785) */
  manifest: z.record(z.string(), z.string()).readonly(),
  /** what the one face check signs: SHA-256 of `manifest` in canonical JSON, hexadecimal */
  documentHash,
  /** OPEN: where the face is checked; absent where the provider has no such page */
  authorize: z.url().optional(),
  openUntil,
  application: ProgressView,
});

export const signingView = (
  signing: Signing,
  state: Exclude<SigningState, 'OVER'>,
  document: SignedDocument,
  record: ApplicationRecord,
  authorize: string | undefined,
) => ({
  id: signing.id,
  state,
  ...document,
  ...(authorize && { authorize }),
  openUntil: signing.openUntil,
  application: progressOf(record),
});

/** After an act of the person: what he has done, and how far the application is with it. */
export const SignedView = z.strictObject({
  id,
  state: z.enum(['SIGNED', 'REFUSED']),
  application: ProgressView,
});

/** NONE: no link was asked for. SENT, OPENED: it may be used. REFUSED: the person does not sign. OVER: ask for a new one. */
const LinkState = z.enum(['NONE', 'SENT', 'OPENED', 'REFUSED', 'OVER']);
type LinkState = z.infer<typeof LinkState>;

export const linkStateOf = (
  signing: Signing | undefined,
  refused: boolean,
  now: number,
): LinkState => {
  if (refused) return 'REFUSED';
  if (!signing) return 'NONE';
  if (Date.parse(signing.openUntil) <= now) return 'OVER';
  return signing.openedAt ? 'OPENED' : 'SENT';
};

/** Who keeps a row waiting: by role, never by name. */
const ChaseView = z.strictObject({
  row: Row.shape.row,
  clientRowRef: Row.shape.clientRowRef,
  applicationId: Application.shape.id,
  /** since when it waits */
  since: Application.shape.updatedAt,
  missing: z.array(
    z.strictObject({
      person,
      roles: z.array(Role).readonly(),
      link: LinkState,
      openUntil: openUntil.optional(),
    }),
  ),
  /** who signs otherwise: companies with their e-licence, a host by its account */
  others: z.array(z.enum(['COMPANY', 'HOST'])),
  /** the host refused to sign */
  hostRefused: HostRefusalView.optional(),
});
export type ChaseView = z.infer<typeof ChaseView>;
export const ChaseListView = z.strictObject({ rows: z.array(ChaseView) });

export const BatchLinkListView = z.strictObject({
  signings: z.array(LinkView.extend({ row: Row.shape.row, clientRowRef: Row.shape.clientRowRef })),
});
