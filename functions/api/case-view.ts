import type { ApplicationRecord } from '../application/application.ts';
import type { Case } from '../application/case.ts';
import type { ApplicationForm } from '../application/form.ts';
import { licencesIn } from '../e-licence/kept-licences.ts';
import type { Language } from '../review/rendered-finding.ts';
import { findingsIn } from './application-view.ts';

/** A case in a list or after a change of its own: no personal data. The task token never leaves the backend. */
export function caseSummary({
  id,
  state,
  version,
  registrar,
  reason,
  openedAt,
  due,
  escalations,
  holder,
  leaseUntil,
  decision,
  lost,
}: Case) {
  return {
    id,
    state,
    version,
    registrar,
    reason,
    openedAt,
    due,
    escalations,
    holder,
    leaseUntil,
    decision,
    lost,
  };
}

/** A case as its official reads it: why the machine stopped, first; then the form and the evidence. */
export const caseView = (
  read: Case,
  { application, sent, parts }: ApplicationRecord,
  language: Language,
) => ({
  ...caseSummary(read),
  findings: findingsIn(parts, language),
  application: {
    id: application.id,
    state: application.state,
    attempt: application.attempt,
    submittedAt: application.submittedAt,
  },
  licences: licencesIn(parts),
  form: withoutLicences(sent.form),
});

/** A shareholder's e-licence is its holder's to show; an official reads what came of checking it. */
const withoutLicences = ({ shareholders, ...form }: ApplicationForm): ApplicationForm => ({
  ...form,
  ...(shareholders && {
    shareholders: shareholders.map(({ company, ...shareholder }) => {
      if (!company) return shareholder;
      const { licence: _shown, ...named } = company;
      return { ...shareholder, company: named };
    }),
  }),
});
