import type { ApplicationRecord } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { decisionsIn } from '../application/decision.ts';
import { missingSigners, signersOf } from '../party/signers.ts';
import { type Language, type RenderedFinding, renderFinding } from '../review/rendered-finding.ts';
import type { Answer } from './request.ts';

/** The licence of a registered business, as its holder gets it. */
export interface LicenceView {
  readonly uscc: string;
  /** SD-JWT VC with all disclosures */
  readonly licence: string;
}

/** An application as its owner sees it: where it is, whose turn, and every fault at once. */
export function applicationView(
  { application, sent, parts }: ApplicationRecord,
  language: Language,
  licence?: LicenceView,
) {
  const { id, state, version, attempt, registrar, row, createdAt, updatedAt, submittedAt } =
    application;
  const signing = state === 'DRAFT' || state === 'SIGNING';
  const open = caseIn(parts);
  const decided = open?.state === 'CLOSED' ? open.decision : undefined;
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
export const statusOf = ({ application: { state } }: ApplicationRecord): 200 | 202 =>
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
