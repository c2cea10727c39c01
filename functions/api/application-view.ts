import * as z from 'zod';
import { Application, type ApplicationRecord } from '../application/application.ts';
import { type Case, CaseDecision, caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { deniedBy } from '../application/denial.ts';
import { ApplicationForm } from '../application/form.ts';
import { lapsesAt } from '../application/waiting.ts';
import { missingParties, partiesOf } from '../party/parties.ts';
import { Refusal, standingRefusals } from '../party/refusal.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import type { RenderedFinding } from '../review/rendered-finding.ts';
import { tasksOfFindings } from '../review/tasks-of-findings.ts';
import { Instant } from '../shared/calendar.ts';
import { CaseId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { FindingView } from './finding-view.ts';
import { HostRefusalView, hostRefusal } from './host-refusal-view.ts';
import { PartyView } from './party-view.ts';
import type { Answer } from './request.ts';
import { TaskView, taskViews } from './task-view.ts';

/** The licence of a registered business, as its holder gets it. */
export const LicenceView = z.strictObject({
  uscc: z.string().length(18),
  /** SD-JWT VC with all disclosures */
  licence: z.string(),
});
export type LicenceView = z.infer<typeof LicenceView>;

const RefusalView = z.strictObject(
  Refusal.pick({ person: true, code: true, text: true, at: true }).shape,
);

const { id, state, version, attempt, registrar, row, createdAt, updatedAt, submittedAt } =
  Application.shape;
const { handedOverTo, handedOverFrom, mandateEnded, withdrawnBecause } = Application.shape;

export const ApplicationView = z.strictObject({
  id,
  state,
  version,
  attempt,
  /** division of the registrar that decides */
  registrar,
  /** 移送: what it became at another registrar, which decides now; what it was there before */
  handedOverTo,
  handedOverFrom,
  /** the client ended the mandate, or chose another who acts for her: who that is she alone knows */
  mandateEnded,
  withdrawnBecause,
  /** the row of an agent's file that it came from */
  batch: row,
  createdAt,
  updatedAt,
  /** start of the statutory clock of the present attempt */
  submittedAt,
  /** what every signature must cover: SHA-256 of the form in canonical JSON (RFC 8785), hexadecimal */
  documentHash: z.string(),
  /** DRAFT, SIGNING: who has to sign, and who has not yet */
  signers: z.array(PartyView).readonly().optional(),
  missing: z.array(PartyView).readonly().optional(),
  /** SIGNING: who refused to sign what is still asked of him */
  refused: z.array(RefusalView).optional(),
  /** SIGNING: the host refused to sign the custody agreement */
  hostRefused: HostRefusalView.optional(),
  /** DRAFT, SIGNING, RETURNED: when it lapses if nobody goes on */
  lapsesAt: Instant.optional(),
  /** SIGNING: when those who are missing were reminded last */
  remindedAt: Application.shape.remindedAt,
  findings: z.array(FindingView),
  /** a person named in it says that she has nothing to do with it: only an official can register it */
  denied: z.literal(true).optional(),
  /**
   * REFERRED: the case before an official, and the end of its statutory clock, which may move where it
   * is provisional and was extended once where the registrar's head says why
   */
  case: z
    .strictObject({
      id: CaseId,
      due: Instant,
      provisional: z.boolean().optional(),
      extension: z.strictObject({ at: Instant, reason: z.string() }).optional(),
    })
    .optional(),
  /** an official's decision that took effect */
  decision: z
    .strictObject(CaseDecision.pick({ outcome: true, reason: true, at: true, to: true }).shape)
    .optional(),
  licence: LicenceView.optional(),
  /** REGISTERED: permits to get and filings to make before trading */
  tasks: z.array(TaskView).optional(),
  form: ApplicationForm,
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** An application as its owner sees it: where it is, whose turn, and every fault at once. */
async function applicationView(
  record: ApplicationRecord,
  language: Language,
  licence?: LicenceView,
): Promise<ApplicationView> {
  const { application, sent, parts } = record;
  const { id, state, version, attempt, registrar, row, createdAt, updatedAt, submittedAt } =
    application;
  const { remindedAt } = application;
  const refusals = state === 'SIGNING' ? await standingRefusals(record) : [];
  const hostRefused = hostRefusal(record);
  const lapses = lapsesAt(application);
  const signing = state === 'DRAFT' || state === 'SIGNING';
  const open = caseIn(parts);
  const tookEffect = open?.state === 'CLOSED' && state !== 'WITHDRAWN';
  const decided = tookEffect ? open.decision : undefined;
  return {
    id,
    state,
    version,
    attempt,
    registrar,
    handedOverTo: application.handedOverTo,
    handedOverFrom: application.handedOverFrom,
    mandateEnded: application.mandateEnded,
    withdrawnBecause: application.withdrawnBecause,
    ...(row && { batch: row }),
    createdAt,
    updatedAt,
    submittedAt,
    documentHash: sent.documentHash,
    ...(signing && {
      signers: partiesOf(sent),
      missing: missingParties(record),
    }),
    ...(refusals.length > 0 && {
      refused: refusals.map(({ person, code, text, at }) => ({ person, code, text, at })),
    }),
    ...(hostRefused && { hostRefused }),
    ...(lapses && { lapsesAt: lapses }),
    ...(state === 'SIGNING' && remindedAt && { remindedAt }),
    findings: findingsIn(parts, language),
    ...(deniedBy(application, sent).length > 0 && { denied: true }),
    ...(open && open.state !== 'CLOSED' && { case: clockTold(open) }),
    ...(decided && {
      decision: {
        outcome: decided.outcome,
        reason: decided.reason,
        at: decided.at,
        to: decided.to,
      },
    }),
    ...(licence && { licence }),
    ...(state === 'REGISTERED' && { tasks: tasksLeft(record, language) }),
    form: sent.form,
  };
}

/** Who extended it is nothing that the applicant needs to know. */
const clockTold = ({ id, due, provisional, extension }: Case): ApplicationView['case'] => ({
  id,
  due,
  provisional,
  ...(extension && { extension: { at: extension.at, reason: extension.reason } }),
});

const tasksLeft = ({ sent, parts }: ApplicationRecord, language: Language) =>
  taskViews(
    tasksOfFindings(decisionsIn(parts).at(-1)?.findings ?? [], sent.form.filings),
    language,
  );

/** Findings of the last decision, in the reader's language. */
export const findingsIn = (
  parts: ApplicationRecord['parts'],
  language: Language,
): RenderedFinding[] =>
  (decisionsIn(parts).at(-1)?.findings ?? []).map((finding) => renderFinding(finding, language));

/** Decided or waiting for nobody: 200. Waiting for a signature, a start or an official: 202. */
const statusOf = ({ application: { state } }: ApplicationRecord): 200 | 202 =>
  state === 'SIGNING' || state === 'SUBMITTED' || state === 'REFERRED' ? 202 : 200;

export const applicationAnswer = async (
  record: ApplicationRecord,
  language: Language,
  licence?: LicenceView,
): Promise<Answer> => ({
  status: statusOf(record),
  version: record.application.version,
  headers: { 'content-language': language },
  body: await applicationView(record, language, licence),
});
