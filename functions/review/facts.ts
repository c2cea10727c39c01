import type { AgentStanding } from '../application/agent-standing.ts';
import type { Incompleteness } from '../application/complete-application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { Host } from '../cluster/host.ts';
import type { LicenceCheck } from '../e-licence/licence-check.ts';
import type { NameConflict } from '../name/name-card.ts';
import type { ParsedName } from '../name/trade-name.ts';
import type { IdentityCheck } from '../party/identity-check.ts';
import type { Registrar } from '../registrar/registrars.ts';
import type { ChosenScope } from '../scope/chosen-scope.ts';
import type { LegalDate } from '../shared/calendar.ts';
import type { CompetingApplication } from './competing-application.ts';
import type { Listed, Seen } from './cross-case.ts';
import type { PublishedFacts } from './published-facts.ts';

export type ReviewedRegistrar = Omit<Registrar, 'seal' | 'officials'>;

/**
 * Everything that the rules look at, gathered before they run and kept with the decision (≤ 16 kB),
 * so that a decision can be explained and run again. A rule may not fetch, log or read a clock.
 */
export interface ReviewFacts {
  /** the legal date of the submission and that of the decision */
  readonly submittedOn: LegalDate;
  readonly decidedOn: LegalDate;
  /** the form as sent, in Unicode NFC, without the licence tokens (`licences` tells what they proved) */
  readonly form: ApplicationForm;
  /** what the strict schema of a complete application says of the form; rule CO-01 */
  readonly incomplete: readonly Incompleteness[];
  /** the registrar that decides, where there is one with that division in force on the day of submission */
  readonly registrar?: ReviewedRegistrar;
  /** another registrar of Guangzhou, where the form as it stands belongs to that one */
  readonly belongsTo?: ReviewedRegistrar;
  /** the name's parts, where a name was given */
  readonly name?: ParsedName;
  /** who holds the same 字号 in the same (or no) industry, or why the reservation is not ours */
  readonly nameConflicts: readonly NameConflict[];
  /** 字号 of others, in the same (or no) industry, that this one can be taken for; a few */
  readonly nearNames?: readonly string[];
  /** the last day of the name's reservation, where one was made */
  readonly nameReservedUntil?: LegalDate;
  /** what the chosen bundle, dropped and added items come to */
  readonly scope: ChosenScope;
  /** the host named, where it exists */
  readonly host?: Host;
  /** CLUSTER: whether a numbered place is held for this application, or none is free */
  readonly place: 'NOT_NEEDED' | 'HELD' | 'TAKEN' | 'NONE_FREE';
  /** where the host signs each custody agreement itself: whether it signed this one */
  readonly custodySigned?: boolean;
  /** one for each corporate shareholder that showed an e-licence, by its index in `form.shareholders` */
  readonly licences: readonly LicenceCheck[];
  /** which attempt it is: from the second on, a correction */
  readonly attempt?: number;
  /** token subject of whoever sent it */
  readonly sentBy?: string;
  /** where an agent acts: what the national agent system says of him */
  readonly standing?: AgentStanding;
  /** another live application of the same client for the same business */
  readonly competing?: CompetingApplication;
  /** one for each person key that the law wants verified, and one per assertion that names nobody of the form */
  readonly identities: readonly IdentityCheck[];
  /** entries of lists on whom and what the form names; absent where nobody may be told of them */
  readonly listed?: readonly Listed[];
  /** how often other applications were seen with the same head, contacts and address */
  readonly seen?: Seen;
  /** the people, by key, who say that they have nothing to do with this application */
  readonly deniedBy?: readonly string[];
  /** what officials had published, as far as it has a part in this review */
  readonly published?: PublishedFacts;
}
