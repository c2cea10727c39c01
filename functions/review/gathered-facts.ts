import type { AgentStanding } from '../application/agent-standing.ts';
import { incompleteness } from '../application/complete-application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { Host } from '../cluster/host.ts';
import type { LicenceCheck } from '../e-licence/licence-check.ts';
import type { NameConflict } from '../name/name-card.ts';
import { parseName } from '../name/trade-name.ts';
import type { IdentityCheck } from '../party/identity-check.ts';
import { bundlesOf } from '../published/bundles-in-force.ts';
import type { Edition, Lane } from '../published/edition.ts';
import { type Registrar, registrarOf } from '../registrar/registrars.ts';
import { chooseScope } from '../scope/chosen-scope.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { canonicalJson, type Json } from '../shared/canonical-json.ts';
import { legalDateOf } from '../shared/days.ts';
import type { CompetingApplication } from './competing-application.ts';
import type { Listed, Seen } from './cross-case.ts';
import type { ReviewFacts } from './facts.ts';
import { publishedFacts } from './published-facts.ts';
import { whereItBelongs } from './where-it-belongs.ts';

/** What only the world can tell; the rest of the facts follows from the form. */
export interface Gathered {
  readonly submittedAt: string;
  readonly now: string;
  /** division of the registrar that decides, where it may be another than the one applied to */
  readonly registrar?: string;
  readonly nameConflicts: readonly NameConflict[];
  readonly nearNames?: readonly string[];
  readonly nameReservedUntil?: LegalDate;
  readonly host?: Host;
  readonly place: ReviewFacts['place'];
  readonly custodySigned?: boolean;
  readonly licences: readonly LicenceCheck[];
  readonly identities: readonly IdentityCheck[];
  readonly attempt?: number;
  readonly sentBy?: string;
  readonly standing?: AgentStanding;
  readonly competing?: CompetingApplication;
  readonly deniedBy?: readonly string[];
  readonly listed?: readonly Listed[];
  readonly seen?: Seen;
  /** every edition of dated data that officials have published */
  readonly editions?: readonly Edition[];
  /** absent = a form sent by itself */
  readonly lane?: Lane;
}

/** The facts that the rules look at. Licence tokens stay out: `licences` tells what they proved. */
export function factsOf(form: ApplicationForm, gathered: Gathered): ReviewFacts {
  const submittedOn = legalDateOf(gathered.submittedAt);
  const registrar = registrarOf(gathered.registrar ?? form.registrar, submittedOn);
  const name = form.name === undefined ? undefined : parseName(form.name);
  const { editions = [], lane = 'ONLINE' } = gathered;
  const decidedOn = legalDateOf(gathered.now);
  const published = publishedFacts(editions, {
    form,
    registrar: registrar?.division,
    lane,
    submittedOn,
    decidedOn,
  });
  const belongsTo = registrar && whereItBelongs(form, name, registrar, submittedOn);
  return asKept({
    submittedOn,
    decidedOn,
    form: withoutTokens(form),
    incomplete: incompleteness(form),
    ...(registrar && { registrar: asReviewed(registrar) }),
    ...(belongsTo && { belongsTo: asReviewed(belongsTo) }),
    ...(name && { name }),
    nameConflicts: gathered.nameConflicts,
    ...(gathered.nearNames && { nearNames: gathered.nearNames }),
    ...(gathered.nameReservedUntil && { nameReservedUntil: gathered.nameReservedUntil }),
    scope: chooseScope(form.scope, submittedOn, bundlesOf(editions)),
    ...(gathered.host && { host: gathered.host }),
    place: gathered.place,
    ...(gathered.custodySigned !== undefined && { custodySigned: gathered.custodySigned }),
    licences: gathered.licences,
    identities: gathered.identities,
    ...(gathered.attempt !== undefined && { attempt: gathered.attempt }),
    ...(gathered.sentBy !== undefined && { sentBy: gathered.sentBy }),
    ...(gathered.standing && { standing: gathered.standing }),
    ...(gathered.competing && { competing: gathered.competing }),
    ...(gathered.deniedBy?.length && { deniedBy: gathered.deniedBy }),
    ...(gathered.listed && { listed: gathered.listed }),
    ...(gathered.seen && { seen: gathered.seen }),
    ...(published && { published }),
  });
}

/** As canonical JSON has them: rules see what is kept and in that order, so that they tell the same when they are run again. */
function asKept(facts: ReviewFacts): ReviewFacts {
  const json: Json = JSON.parse(JSON.stringify(facts));
  return JSON.parse(canonicalJson(json));
}

/** Who may act and what a notice bears is nothing that a rule asks for. */
const asReviewed = ({ seal: _seal, officials: _officials, ...registrar }: Registrar) => registrar;

const withoutTokens = (form: ApplicationForm): ApplicationForm =>
  form.shareholders
    ? {
        ...form,
        shareholders: form.shareholders.map(({ company, ...shareholder }) =>
          company ? { ...shareholder, company: { ...company, licence: undefined } } : shareholder,
        ),
      }
    : form;
