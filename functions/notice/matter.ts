import type { Application } from '../application/application.ts';
import type { Decision } from '../application/decision.ts';
import type { Basis } from '../registrar/confirmation.ts';
import type { LegalDate } from '../shared/calendar.ts';
import type { Material } from './materials.ts';

/** An end of a statutory term. Provisional: it lies past the published holidays and may move later. */
export interface Term {
  readonly until: LegalDate;
  readonly provisional: boolean;
}

/** Who ended it: whoever sent it, or its client, with the mandate or by a choice among several. */
type Withdrawn = NonNullable<Application['withdrawnBecause']> | 'ASKED';

type Findings = Decision['findings'];

/** What a notice is about, by its kind. */
export type Matter =
  | { readonly kind: 'RECEIPT'; readonly materials: readonly Material[]; readonly term: Term }
  | {
      readonly kind: 'CORRECTIONS';
      readonly findings: Findings;
      /** the official's own words; without them, the machine returned it alone */
      readonly reason?: string;
      /** the day on which it lapses, if nothing comes */
      readonly lapses?: LegalDate;
    }
  | { readonly kind: 'EXTENSION'; readonly reason: string; readonly term: Term }
  | { readonly kind: 'REGISTRATION'; readonly basis: Basis; readonly uscc: string }
  | { readonly kind: 'REFUSAL'; readonly reason: string; readonly findings: Findings }
  | { readonly kind: 'TRANSFER'; readonly to: string; readonly reason: string }
  | { readonly kind: 'WITHDRAWAL'; readonly because: Withdrawn }
  | { readonly kind: 'LAPSE'; readonly from: 'DRAFT' | 'SIGNING' | 'RETURNED' }
  | { readonly kind: 'REMINDER'; readonly lapses: LegalDate }
  | { readonly kind: 'DENIAL' }
  | {
      readonly kind: 'CORRECTION_ORDER';
      readonly uscc: string;
      readonly found: string;
      readonly correctBy: LegalDate;
    };
