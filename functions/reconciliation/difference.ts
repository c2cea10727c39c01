import type { HostItem } from './books.ts';

/**
 * Every way in which restored tables can contradict each other: what it means, and what is done.
 * `{…}` in a text is not used: the subject stands beside it.
 */
export const DIFFERENCES = {
  BUSINESS_MISSING: {
    says: 'An application is REGISTERED, and the register does not have its business.',
    todo: 'Derived from the form, the code and the history.',
  },
  LICENCE_MISSING: {
    says: 'A business has no licence in the register.',
    todo: 'Cannot be derived: its salts and signature are gone. The holder’s copy still verifies; ask him for it, or issue a new one.',
  },
  APPLICATION_MISSING: {
    says: 'A business stands in the register, and the application that it came from is gone.',
    todo: 'Cannot be derived: the form was there only. The business stands; ask the applicant for his file, and keep the licence as the evidence.',
  },
  APPLICATION_BEHIND: {
    says: 'A business stands in the register, and its application does not say that it is registered.',
    todo: 'Moved to REGISTERED by a new event of its history, in the name of the restoration.',
  },
  NAME_NOT_HELD: {
    says: 'A business does not hold its name.',
    todo: 'Given to it again.',
  },
  NAME_HELD_TWICE: {
    says: 'A business does not hold its name, because somebody else does.',
    todo: 'Cannot be derived: both were promised the name. A person decides; the earlier registration has the better right.',
  },
  NAME_OF_NOBODY: {
    says: 'A name is held for good by a code that no business has.',
    todo: 'Not freed: look for the licence of that code first.',
  },
  RESERVATION_OF_NOBODY: {
    says: 'A name is reserved for an application that is gone or has ended.',
    todo: 'Given back.',
  },
  CLAIM_OF_NOBODY: {
    says: 'What a client intends is claimed by an application that is gone or has ended.',
    todo: 'Given back.',
  },
  PLACE_WITHOUT_TENANT: {
    says: 'A place is held, and its tenant is not noted.',
    todo: 'Derived from the place.',
  },
  TENANT_WITHOUT_PLACE: {
    says: 'A tenant is noted, and his place is not held.',
    todo: 'Derived from the tenant.',
  },
  TENANT_OF_NOBODY: {
    says: 'A place is held for an application that is gone or has ended.',
    todo: 'Given back.',
  },
  PLACE_NOT_OCCUPIED: {
    says: 'A business sits at a host’s, and its place is only held.',
    todo: 'Occupied with its code.',
  },
  PLACE_UNKNOWN: {
    says: 'A business sits at a host’s, and the number of its place is lost.',
    todo: 'Cannot be derived here: the number is printed on the holder’s licence, and the host knows it.',
  },
  LOT_BEHIND: {
    says: 'Codes above the number drawn are in use: they would be given a second time.',
    todo: 'Raised beyond the highest, with room for the lots that running processes hold. Do this before anything registers.',
  },
  ROW_WITHOUT_APPLICATION: {
    says: 'A row of a batch was taken in, and its application is gone.',
    todo: 'Cannot be derived: ask the agent to send the row again under a new reference.',
  },
  REFERENCE_MISSING: {
    says: 'An application came from a row whose reference is not noted: the same row sent again would register twice.',
    todo: 'Derived from the application.',
  },
  ROW_MISSING: {
    says: 'An application came from a row that its batch’s ledger does not have.',
    todo: 'Cannot be derived: the ledger is the only place of the row’s chunk. The application stands; tell the agent its id.',
  },
  BATCH_COUNTS_DIFFER: {
    says: 'The counts of a closed batch are not the sum of its chunks.',
    todo: 'Counted again from the chunks.',
  },
  HISTORY_INCOMPLETE: {
    says: 'An application’s history has fewer events than its head counts.',
    todo: 'Cannot be derived: a history is never rewritten. Restore applications to another second.',
  },
} as const satisfies Record<string, { readonly says: string; readonly todo: string }>;

export type DifferenceKind = keyof typeof DIFFERENCES;

/** What can be put right from what is left. Every repair is conditional, so it may run twice and beside the living system. */
export type Repair =
  | { readonly put: 'BUSINESS'; readonly applicationId: string; readonly uscc: string }
  | { readonly put: 'STATE'; readonly applicationId: string; readonly uscc: string }
  | { readonly put: 'NAME'; readonly applicationId: string; readonly uscc: string }
  | { readonly put: 'RELEASE'; readonly card: string; readonly applicationId: string }
  | { readonly put: 'UNCLAIM'; readonly intent: string; readonly applicationId: string }
  | { readonly put: 'PLACE' | 'TENANT' | 'VACATE'; readonly item: HostItem }
  | { readonly put: 'OCCUPY'; readonly item: HostItem; readonly uscc: string }
  | { readonly put: 'LOT'; readonly division: string; readonly drawn: number }
  | { readonly put: 'REFERENCE'; readonly applicationId: string }
  | { readonly put: 'COUNTS'; readonly batchId: string };

/** One contradiction. The subject is made of ids, codes and divisions; of a name card only the registrar is told. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly subject: string;
  readonly repair?: Repair;
}

/** A line for a person. */
export const inWords = ({ kind, subject, repair }: Difference): string =>
  `${repair ? 'repairable' : 'for a person'} · ${kind} · ${subject}`;
