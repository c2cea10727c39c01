import * as z from 'zod';
import { Application, type ApplicationRecord } from '../application/application.ts';
import { Case, CaseDecision, Proposal, Sample, TakeOver } from '../application/case.ts';
import { Denial, denialsIn } from '../application/denial.ts';
import { Favour } from '../application/favour.ts';
import { ApplicationForm } from '../application/form.ts';
import { ApplicationState } from '../application/lifecycle.ts';
import type { BesideCase } from '../case/beside-case.ts';
import { asReferred, isBlind } from '../case/sample.ts';
import { licencesIn } from '../e-licence/kept-licences.ts';
import { LicenceCheck } from '../e-licence/licence-check.ts';
import { ApplicationId, Attempt } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { findingsIn } from './application-view.ts';
import { FindingView } from './finding-view.ts';

const {
  schemaVersion: _schema,
  openedBy: _execution,
  taskToken: _token,
  decision: _decision,
  measured: _counted,
  carriedOutAt: _then,
  ...told
} = Case.shape;

export const CaseSummary = z.strictObject({
  ...told,
  extension: z.strictObject(Case.shape.extension.unwrap().shape).optional(),
  decision: z.strictObject(CaseDecision.shape).optional(),
  /** a decision against a bar in law, which another supervisor confirms before it is one */
  proposal: z.strictObject(Proposal.shape).optional(),
  takeOvers: z.array(z.strictObject(TakeOver.shape)).optional(),
  /** rules by which the review found something that stands against it */
  rules: z.array(z.string()).readonly(),
  /** why it stands before or behind others that are due the same day, and the named officer (服务专员) */
  favour: z.strictObject(Favour.shape).optional(),
  /** it was a second reading of a registration, and what came of it; told once its decision stands */
  sample: z.strictObject(Sample.shape).optional(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseView = z.strictObject({
  ...CaseSummary.shape,
  findings: z.array(FindingView),
  application: z.strictObject(
    Application.pick({
      id: true,
      state: true,
      attempt: true,
      submittedAt: true,
      handedOverFrom: true,
    }).shape,
  ),
  /** what came of checking each e-licence that was shown */
  licences: z.array(z.strictObject(LicenceCheck.shape)).readonly(),
  /** what persons named in it say against it (非本人办理) */
  denials: z
    .array(z.strictObject(Denial.pick({ person: true, at: true, statement: true }).shape))
    .optional(),
  form: ApplicationForm,
  /** the attempt before this one, as it was returned: what has changed since is what to look at */
  previous: z.strictObject({ attempt: Attempt, form: ApplicationForm }).optional(),
  /** other applications that name the same persons, the newest first */
  elsewhere: z
    .array(
      z.strictObject({
        /** key into `form.people` */
        person: z.string(),
        applications: z
          .array(
            z.strictObject({
              id: ApplicationId,
              state: ApplicationState,
              /** what the person is there: a member of the form's roles, `shareholders` or `beneficialOwners` */
              role: z.string().exactOptional(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly()
    .optional(),
});
export type CaseView = z.infer<typeof CaseView>;

const NOTHING: BesideCase = { elsewhere: [] };

/** A case in a list or after a change of its own: no personal data. The task token never leaves the backend. */
export function caseSummary(read: Case, now: number): CaseSummary {
  const { id, state, version, registrar, reason, openedAt, due, provisional, extension } = read;
  const { escalations, favour, holder, leaseUntil, takeOvers, proposal, decision } = read;
  const { rules = [], lost, sample } = read;
  return {
    id,
    state,
    version,
    registrar,
    reason,
    openedAt,
    due,
    provisional,
    extension,
    escalations,
    favour,
    holder,
    leaseUntil,
    ...(takeOvers && { takeOvers: [...takeOvers] }),
    ...(proposal && { proposal }),
    decision,
    rules,
    lost,
    ...(sample && !isBlind(read, now) && { sample }),
  };
}

/** A case as its official reads it: why the machine stopped, first; then the form and the evidence. */
export function caseView(
  read: Case,
  record: ApplicationRecord,
  language: Language,
  now: number,
  { previous, elsewhere }: BesideCase = NOTHING,
): CaseView {
  const { application, sent, parts } = isBlind(read, now) ? asReferred(record) : record;
  return {
    ...caseSummary(read, now),
    findings: findingsIn(parts, language),
    application: {
      id: application.id,
      state: application.state,
      attempt: application.attempt,
      submittedAt: application.submittedAt,
      handedOverFrom: application.handedOverFrom,
    },
    licences: licencesIn(parts),
    ...deniedIn(parts),
    form: withoutLicences(sent.form),
    ...(previous && {
      previous: { attempt: previous.attempt, form: withoutLicences(previous.form) },
    }),
    ...(elsewhere.length > 0 && { elsewhere }),
  };
}

/** Without the provider's word, which is evidence and no reading. */
function deniedIn(parts: ApplicationRecord['parts']): Pick<CaseView, 'denials'> {
  const denials = denialsIn(parts).map(({ person, at, statement }) => ({ person, at, statement }));
  return denials.length > 0 ? { denials } : {};
}

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
