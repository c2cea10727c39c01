import * as z from 'zod';
import { Verdict } from '../application/decision.ts';
import { ApplicationForm } from '../application/form.ts';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId } from '../shared/ids.ts';
import { FindingView } from './finding-view.ts';
import { SignerView } from './party-view.ts';
import type { RouteTable } from './route.ts';
import { TaskView } from './task-view.ts';

const PreCheckView = z.strictObject({
  verdict: Verdict,
  /** what would become of it if it were sent now, and by when */
  course: z.strictObject({
    /** MACHINE: decided with the click, in seconds; RETURNED: at once, to be mended; PERSON: by an official */
    lane: z.enum(['MACHINE', 'RETURNED', 'PERSON']),
    /** PERSON: when the statutory clock would run out; the head may extend it once */
    due: Instant.exactOptional(),
    /** past the holidays that are published: it may move later */
    provisional: z.literal(true).exactOptional(),
  }),
  findings: z.array(FindingView),
  /** where another holds the name: up to three like it that were free just now; none is reserved */
  freeNames: z.array(z.string()).readonly().exactOptional(),
  /** what every signature must cover */
  documentHash: z.string(),
  signers: z.array(SignerView).readonly(),
  /** permits to get and filings to make once it is registered, before trading */
  tasks: z.array(TaskView),
});

/** What applicants and agents may ask beforehand; nothing of it is kept. */
export const PRE_CHECK_ROUTES = {
  preCheck: {
    method: 'POST',
    path: '/v1/applications/pre-check',
    audiences: ['applicant', 'agent'],
    summary: {
      zh: '预检：一次告知表单的全部问题，不保存任何内容。',
      en: 'Every fault of a form, without saving anything.',
    },
    /** application: my own, which the form is to correct or replace; what it holds is no fault of the form */
    body: z.strictObject({ form: ApplicationForm, application: ApplicationId.optional() }),
    answers: { 200: PreCheckView },
    problems: ['not-found'],
  },
} as const satisfies RouteTable;
