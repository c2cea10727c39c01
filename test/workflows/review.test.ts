import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inTurn, NamedError } from './named-error.ts';
import { type Functions, run, silence } from './run.ts';

const definition: unknown = JSON.parse(
  readFileSync(new URL('../../workflows/review.asl.json', import.meta.url), 'utf8'),
);
const task = { applicationId: 'ap_00000000000000000000000001', attempt: 2 };
const DAY = 86_400;

/** An official decides at once, and registers after a hold of an hour. */
const deciding: Functions = {
  OpenCase: () => ({ outcome: 'OPENED', secondsToDeadline: 3 * DAY }),
  AwaitDecision: ({ taskToken }, tokens) => {
    decided(String(taskToken), tokens);
    return { outcome: 'AWAKE' };
  },
  EscalateCase: () => ({ outcome: 'ESCALATED', secondsToDeadline: DAY }),
  CarryOutDecision: () => ({ outcome: 'REGISTER', secondsToDeadline: 2 * DAY }),
  RegisterBusiness: () => ({ outcome: 'REGISTERED' }),
  ReopenCase: () => ({ outcome: 'REOPENED', secondsToDeadline: DAY }),
};
const decided = (
  taskToken: string,
  { sendTaskSuccess }: Parameters<NonNullable<Functions[string]>>[1],
  holdSeconds = 3_600,
) => sendTaskSuccess(taskToken, JSON.stringify({ outcome: 'DECIDED', holdSeconds }));

const review = (functions: Functions = {}) => run(definition, task, { ...deciding, ...functions });

const DECIDED = [
  'Open case',
  'Case opened',
  'Await decision',
  'Hold',
  'Carry out decision',
  'Decision',
];

describe('the review by an official', () => {
  it('holds his decision, then registers', async () => {
    const ran = await review();
    expect(ran).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome: 'REGISTERED' },
      path: [...DECIDED, 'Register', 'Registered or lost', 'Registered'],
    });
    expect(ran.seconds).toBe(3_600);
  });

  it.each([
    { outcome: 'RETURNED', end: 'Returned' },
    { outcome: 'REFUSED', end: 'Refused' },
    { outcome: 'HANDED_OVER', end: 'Handed over' },
    { outcome: 'ENDED', end: 'Ended' },
  ])('ends $outcome without the register', async ({ outcome, end }) => {
    const ran = await review({
      CarryOutDecision: () => ({ outcome, secondsToDeadline: 1 }),
      RegisterBusiness: inTurn(),
    });
    expect(ran).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome },
      path: [...DECIDED, end],
    });
  });

  it('ends with the decision as it stands while issuance is stopped', async () => {
    const ran = await review({
      RegisterBusiness: () => ({ outcome: 'STOPPED' }),
      ReopenCase: inTurn(),
    });
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'STOPPED' } });
    expect(ran.path.slice(-3)).toEqual(['Register', 'Registered or lost', 'Stopped']);
  });

  it('ends where another execution waits for the same case', async () => {
    const ran = await review({
      OpenCase: () => ({ outcome: 'ALREADY_OPEN', secondsToDeadline: DAY }),
      AwaitDecision: inTurn(),
    });
    expect(ran.path).toEqual(['Open case', 'Case opened', 'Another execution waits']);
    expect(ran.output).toEqual({ outcome: 'ALREADY_OPEN' });
  });

  it('ends where the application was withdrawn before', async () => {
    const ran = await review({ OpenCase: () => ({ outcome: 'ENDED', secondsToDeadline: 1 }) });
    expect(ran.path).toEqual(['Open case', 'Case opened', 'Ended']);
  });

  it('opens the case under the name of its own execution', async () => {
    const opened: unknown[] = [];
    await review({
      OpenCase: (payload) => {
        opened.push(payload);
        return { outcome: 'ENDED', secondsToDeadline: 1 };
      },
    });
    expect(opened).toEqual([{ ...task, execution: expect.stringContaining(':execution:Tested:') }]);
  });

  it('hands the one who waits a token of each waiting, and the attempt only', async () => {
    const payloads: Record<string, unknown>[] = [];
    await review({
      AwaitDecision: (payload, tokens) => {
        payloads.push(payload);
        if (payloads.length === 2) decided(String(payload.taskToken), tokens);
        return { outcome: 'WAITING' };
      },
    });
    expect(payloads).toHaveLength(2);
    expect(payloads[0]).toEqual({ ...task, taskToken: expect.any(String) });
    expect(payloads[0]?.taskToken).not.toBe(payloads[1]?.taskToken);
  });

  it('escalates at the deadline of each round and never decides by itself', async () => {
    let escalations = 0;
    const ran = await review({
      AwaitDecision: () => ({ outcome: 'WAITING' }),
      EscalateCase: () => {
        escalations += 1;
        return escalations < 3
          ? { outcome: 'ESCALATED', secondsToDeadline: DAY }
          : { outcome: 'ENDED', secondsToDeadline: 1 };
      },
      CarryOutDecision: inTurn(),
    });
    const round = ['Await decision', 'Escalate', 'Escalated'];
    expect(ran.path).toEqual(['Open case', 'Case opened', ...round, ...round, ...round, 'Ended']);
    expect(ran.seconds).toBe(3 * DAY + DAY + DAY);
  });

  it('waits again where the clock was extended, for what is left of it', async () => {
    const ran = await review({
      AwaitDecision: () => ({ outcome: 'WAITING' }),
      EscalateCase: inTurn(
        { outcome: 'NOT_DUE', secondsToDeadline: 5 * DAY },
        { outcome: 'ENDED', secondsToDeadline: 1 },
      ),
    });
    const round = ['Await decision', 'Escalate', 'Escalated'];
    expect(ran.path).toEqual(['Open case', 'Case opened', ...round, ...round, 'Ended']);
    expect(ran.seconds).toBe(3 * DAY + 5 * DAY);
  });

  it('escalates also where the token was never kept', async () => {
    const ran = await review({
      AwaitDecision: () => silence,
      EscalateCase: () => ({ outcome: 'ENDED', secondsToDeadline: 1 }),
    });
    expect(ran.path.slice(-3)).toEqual(['Escalate', 'Escalated', 'Ended']);
  });

  it('waits again where the decision was withdrawn while it was held', async () => {
    const ran = await review({
      CarryOutDecision: inTurn(
        { outcome: 'UNDECIDED', secondsToDeadline: DAY },
        { outcome: 'REFUSED', secondsToDeadline: 1 },
      ),
    });
    expect(ran.path).toEqual([...DECIDED, ...DECIDED.slice(2), 'Refused']);
  });

  it('waits for the time that is left, not for the first time over again', async () => {
    let waits = 0;
    const ran = await review({
      AwaitDecision: ({ taskToken }, tokens) => {
        waits += 1;
        if (waits === 1) decided(String(taskToken), tokens, 0);
        return { outcome: 'WAITING' };
      },
      CarryOutDecision: () => ({ outcome: 'UNDECIDED', secondsToDeadline: 500 }),
      EscalateCase: () => ({ outcome: 'ENDED', secondsToDeadline: 1 }),
    });
    expect(ran.seconds).toBe(500);
  });

  it('gives the case back to its official where name or place were lost', async () => {
    const ran = await review({
      RegisterBusiness: inTurn({ outcome: 'LOST' }, { outcome: 'REGISTERED' }),
    });
    const registering = ['Register', 'Registered or lost'];
    expect(ran.path).toEqual([
      ...DECIDED,
      ...registering,
      'Reopen case',
      ...DECIDED.slice(2),
      ...registering,
      'Registered',
    ]);
  });

  it('ends what was withdrawn between decision and register', async () => {
    const ran = await review({ RegisterBusiness: () => ({ outcome: 'ENDED' }) });
    expect(ran.path.slice(-2)).toEqual(['Registered or lost', 'Ended']);
  });

  it.each([
    { failing: 'OpenCase', failure: 'ApplicationMoved' },
    { failing: 'AwaitDecision', failure: 'Lambda.ServiceException' },
    { failing: 'CarryOutDecision', failure: 'CaseMoved' },
    { failing: 'RegisterBusiness', failure: 'RegisterContended' },
  ])('tries $failing again after $failure', async ({ failing, failure }) => {
    let calls = 0;
    const ran = await review({
      [failing]: (payload, tokens) => {
        calls += 1;
        if (calls < 3) throw new NamedError(failure);
        return deciding[failing]?.(payload, tokens);
      },
    });
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'REGISTERED' } });
    expect(calls).toBe(3);
  });

  it('fails, and decides nothing, where carrying out has a defect', async () => {
    const ran = await review({
      CarryOutDecision: () => {
        throw new RangeError('a defect');
      },
      RegisterBusiness: inTurn(),
    });
    expect(ran).toMatchObject({ status: 'FAILED', error: 'RangeError' });
  });
});
