import type { Application } from '#functions/application/application.ts';
import type { Case } from '#functions/application/case.ts';
import { CASE_PART } from '#functions/application/case.ts';
import { type Decision, decisionPart } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { type HistoryEvent, NO_HISTORY } from '#functions/application/history.ts';
import type { ApplicationState } from '#functions/application/lifecycle.ts';
import { RELEASED_CLOCK } from '#functions/case/case-clock.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import type { Dossier } from '#functions/notice/notices-of.ts';
import { aForm } from '#test/builders/a-form.ts';

export const ID = 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ';
export const clock = RELEASED_CLOCK;

/** Noon in Guangzhou of a day. */
export const noonOf = (day: string) => `${day}T04:00:00.000Z`;

/** An event as the history has it: the state it leads to, the day, and the attempt where it is not the first. */
export type Step = readonly [to: ApplicationState, day: string, attempt?: number];

interface Said {
  readonly form?: ApplicationForm;
  readonly head?: Partial<Application>;
  readonly parts?: Readonly<Record<string, object>>;
  readonly checks?: Dossier['checks'];
}

/** A dossier with this history; every attempt has the same form and parts. */
export async function aDossier(
  steps: readonly Step[],
  { form = aForm(), head = {}, parts = {}, checks = [] }: Said = {},
): Promise<Dossier> {
  const history = steps.map(([to, day, attempt = 1], index): HistoryEvent => {
    const from = steps[index - 1]?.[0];
    return {
      seq: index + 1,
      at: noonOf(day),
      attempt,
      ...(from && { from }),
      to,
      by: 'applicant-1',
      subject: '',
      previous: NO_HISTORY,
      digest: NO_HISTORY,
    };
  });
  const attempts = new Set(history.map(({ attempt }) => attempt));
  const last = history.at(-1);
  const sent = await Promise.all(
    [...attempts].map(async (attempt) => {
      const submitted = history.find((it) => it.attempt === attempt && it.to === 'SUBMITTED')?.at;
      const own = {
        ...(await sentAttempt(attempt, form, [])),
        ...(submitted && { submittedAt: submitted }),
      };
      return [attempt, { sent: own, parts: new Map(Object.entries(parts)) }] as const;
    }),
  );
  return {
    application: {
      schemaVersion: 1,
      id: ID,
      state: last?.to ?? 'DRAFT',
      version: history.length,
      attempt: last?.attempt ?? 1,
      owner: 'applicant-1',
      createdAt: noonOf('2026-11-23'),
      updatedAt: last?.at ?? noonOf('2026-11-23'),
      events: Math.max(1, history.length),
      historyHead: NO_HISTORY,
      ...head,
    },
    attempts: new Map(sent),
    history,
    checks,
  };
}

/** The automatic decision of the first round, with findings. */
export const aDecision = (
  verdict: Decision['verdict'],
  ...findings: Decision['findings']
): Record<string, object> => ({
  [decisionPart(1)]: {
    schemaVersion: 1,
    round: 1,
    decidedAt: noonOf('2026-11-23'),
    verdict,
    findings,
    rules: [],
    ruleSet: { id: 'test', hash: '' },
    facts: {},
  } satisfies Decision,
});

/** The case of the first attempt. */
export const aCase = (change: Partial<Case>): Record<string, object> => ({
  [CASE_PART]: {
    schemaVersion: 1,
    id: 'ca_01KARZ3QB0ZZZZZZZZZZZZZZZZ-1',
    state: 'OPEN',
    version: 1,
    registrar: '440115',
    reason: 'REVIEW',
    openedAt: noonOf('2026-11-23'),
    openedBy: 'execution-1',
    due: '2026-11-26T16:00:00.000Z',
    escalations: 0,
    ...change,
  } satisfies Case,
});

export const MISSING = {
  rule: 'CO-01',
  version: 1,
  pointer: '/premises/address',
  says: 'MISSING',
  consequence: 'RETURN',
} as const;
export const DOUBTFUL = {
  rule: 'NM-07',
  version: 1,
  pointer: '/name',
  says: 'STATE_WORDS',
  consequence: 'REFER',
} as const;
