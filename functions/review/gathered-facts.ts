import { incompleteness } from '../application/complete-application.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { Host } from '../cluster/host.ts';
import type { LicenceCheck } from '../e-licence/licence-check.ts';
import type { NameConflict } from '../name/name-card.ts';
import { parseName } from '../name/trade-name.ts';
import type { IdentityCheck } from '../party/identity-check.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { chooseScope } from '../scope/chosen-scope.ts';
import { legalDateOf } from '../shared/calendar.ts';
import type { ReviewFacts } from './facts.ts';

/** What only the world can tell; the rest of the facts follows from the form. */
export interface Gathered {
  readonly submittedAt: string;
  readonly now: string;
  readonly nameConflicts: readonly NameConflict[];
  readonly host?: Host;
  readonly place: ReviewFacts['place'];
  readonly licences: readonly LicenceCheck[];
  readonly identities: readonly IdentityCheck[];
}

/** The facts that the rules look at. Licence tokens stay out: `licences` tells what they proved. */
export function factsOf(form: ApplicationForm, gathered: Gathered): ReviewFacts {
  const submittedOn = legalDateOf(gathered.submittedAt);
  const registrar = registrarOf(form.registrar, submittedOn);
  return {
    submittedOn,
    decidedOn: legalDateOf(gathered.now),
    form: withoutTokens(form),
    incomplete: incompleteness(form),
    ...(registrar && { registrar }),
    ...(form.name !== undefined && { name: parseName(form.name) }),
    nameConflicts: gathered.nameConflicts,
    scope: chooseScope(form.scope, submittedOn),
    ...(gathered.host && { host: gathered.host }),
    place: gathered.place,
    licences: gathered.licences,
    identities: gathered.identities,
  };
}

const withoutTokens = (form: ApplicationForm): ApplicationForm =>
  form.shareholders
    ? {
        ...form,
        shareholders: form.shareholders.map(({ company, ...shareholder }) =>
          company ? { ...shareholder, company: { ...company, licence: undefined } } : shareholder,
        ),
      }
    : form;
