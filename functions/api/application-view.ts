import * as z from 'zod';
import { Application, type ApplicationRecord } from '../application/application.ts';
import { CaseDecision, caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { ApplicationForm } from '../application/form.ts';
import { missingSigners, type Signer, signersOf } from '../party/signers.ts';
import { type Language, type RenderedFinding, renderFinding } from '../review/rendered-finding.ts';
import { Instant } from '../shared/calendar.ts';
import { CaseId } from '../shared/ids.ts';
import { FindingView } from './finding-view.ts';
import type { Answer } from './request.ts';

/** The licence of a registered business, as its holder gets it. */
export const LicenceView = z.strictObject({
  uscc: z.string().length(18),
  /** SD-JWT VC with all disclosures */
  licence: z.string(),
});
export type LicenceView = z.infer<typeof LicenceView>;

export const SignerView = z.strictObject({
  /** key into the form's `people` */
  person: z.string(),
  signs: z.array(z.enum(['APPLICATION', 'CHARTER', 'CONSENT', 'MANDATE'])).readonly(),
}) satisfies z.ZodType<Signer>;

const { id, state, version, attempt, registrar, row, createdAt, updatedAt, submittedAt } =
  Application.shape;

export const ApplicationView = z.strictObject({
  id,
  state,
  version,
  attempt,
  registrar,
  /** the row of an agent's file that it came from */
  batch: row,
  createdAt,
  updatedAt,
  /** start of the statutory clock of the present attempt */
  submittedAt,
  /** what every signature must cover: SHA-256 of the form in canonical JSON (RFC 8785), hexadecimal */
  documentHash: z.string(),
  /** DRAFT, SIGNING: who has to sign, and who has not yet */
  signers: z.array(SignerView).readonly().optional(),
  missing: z.array(SignerView).readonly().optional(),
  findings: z.array(FindingView),
  /** REFERRED: the case before an official, and the end of its statutory clock */
  case: z.strictObject({ id: CaseId, due: Instant }).optional(),
  /** an official's decision that took effect */
  decision: z
    .strictObject(CaseDecision.pick({ outcome: true, reason: true, at: true }).shape)
    .optional(),
  licence: LicenceView.optional(),
  form: ApplicationForm,
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** An application as its owner sees it: where it is, whose turn, and every fault at once. */
function applicationView(
  { application, sent, parts }: ApplicationRecord,
  language: Language,
  licence?: LicenceView,
): ApplicationView {
  const { id, state, version, attempt, registrar, row, createdAt, updatedAt, submittedAt } =
    application;
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
    ...(row && { batch: row }),
    createdAt,
    updatedAt,
    submittedAt,
    documentHash: sent.documentHash,
    ...(signing && {
      signers: signersOf(sent.form),
      missing: missingSigners(
        sent.form,
        sent.signatures.map(({ assertion }) => assertion),
      ),
    }),
    findings: findingsIn(parts, language),
    ...(open && open.state !== 'CLOSED' && { case: { id: open.id, due: open.due } }),
    ...(decided && {
      decision: { outcome: decided.outcome, reason: decided.reason, at: decided.at },
    }),
    ...(licence && { licence }),
    form: sent.form,
  };
}

/** Findings of the last decision, in the reader's language. */
export const findingsIn = (
  parts: ApplicationRecord['parts'],
  language: Language,
): RenderedFinding[] =>
  (decisionsIn(parts).at(-1)?.findings ?? []).map((finding) => renderFinding(finding, language));

/** Decided or waiting for nobody: 200. Waiting for a signature, a start or an official: 202. */
const statusOf = ({ application: { state } }: ApplicationRecord): 200 | 202 =>
  state === 'SIGNING' || state === 'SUBMITTED' || state === 'REFERRED' ? 202 : 200;

export const applicationAnswer = (
  record: ApplicationRecord,
  language: Language,
  licence?: LicenceView,
): Answer => ({
  status: statusOf(record),
  version: record.application.version,
  headers: { 'content-language': language },
  body: applicationView(record, language, licence),
});
