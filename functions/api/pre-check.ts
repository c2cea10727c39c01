import type { Verdict } from '../application/decision.ts';
import { caseClock } from '../case/case-clock.ts';
import { type PreCheckPorts, preCheck } from '../intake/pre-check.ts';
import { documentHash } from '../party/document-hash.ts';
import { signersOf } from '../party/signers.ts';
import { calendarOn } from '../published/calendar-in-force.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import { tasksOfFindings } from '../review/tasks-of-findings.ts';
import { DomainError } from '../shared/errors.ts';
import type { ApplicationId } from '../shared/ids.ts';
import type { PRE_CHECK_ROUTES } from './pre-check.routes.ts';
import type { UseCases } from './request.ts';
import { taskViews } from './task-view.ts';

const LANE = {
  APPROVE: 'MACHINE',
  RETURN: 'RETURNED',
  REFER: 'PERSON',
} as const satisfies Record<Verdict, string>;

interface Ports extends PreCheckPorts {
  /** undefined where there is no such application */
  ownerOf(id: ApplicationId): Promise<string | undefined>;
}

/** The review beforehand, on the ports that its handler joins: all of them only read. */
export const preCheckUseCases = (ports: Ports): UseCases<typeof PRE_CHECK_ROUTES> => ({
  async preCheck({ body: { form, application: id }, caller, language }) {
    const owner = caller.subject;
    if (id && (await ports.ownerOf(id)) !== owner)
      throw new DomainError('ApplicationNotFound', { applicationId: id });
    const now = new Date(ports.now()).toISOString();
    const [{ verdict, findings, freeNames }, editions] = await Promise.all([
      preCheck(ports, form, false, id ? { id, owner } : undefined),
      ports.published(),
    ]);
    const clock = caseClock((day) => calendarOn(editions, day));
    return {
      status: 200,
      body: {
        verdict,
        course: {
          lane: LANE[verdict],
          ...(verdict === 'REFER' && clock.deadlineOf(now)),
        },
        findings: findings.map((finding) => renderFinding(finding, language)),
        ...(freeNames && { freeNames }),
        documentHash: await documentHash(form),
        signers: signersOf(form),
        tasks: taskViews(tasksOfFindings(findings, form.filings), language),
      },
    };
  },
});
