import { type PreCheckPorts, preCheck } from '../intake/pre-check.ts';
import { documentHash } from '../party/document-hash.ts';
import { signersOf } from '../party/signers.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import { tasksOfFindings } from '../review/tasks-of-findings.ts';
import type { PRE_CHECK_ROUTES } from './pre-check.routes.ts';
import type { UseCases } from './request.ts';
import { taskViews } from './task-view.ts';

/** The review beforehand, on the ports that its handler joins: all of them only read. */
export const preCheckUseCases = (ports: PreCheckPorts): UseCases<typeof PRE_CHECK_ROUTES> => ({
  async preCheck({ body: { form }, language }) {
    const { verdict, findings, freeNames } = await preCheck(ports, form);
    return {
      status: 200,
      body: {
        verdict,
        findings: findings.map((finding) => renderFinding(finding, language)),
        ...(freeNames && { freeNames }),
        documentHash: await documentHash(form),
        signers: signersOf(form),
        tasks: taskViews(tasksOfFindings(findings, form.filings), language),
      },
    };
  },
});
