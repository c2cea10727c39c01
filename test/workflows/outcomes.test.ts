import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CloseBatchResult } from '#functions/batch/close-batch.ts';
import { CloseChunkResult } from '#functions/batch/close-chunk.ts';
import { OpenBatchResult } from '#functions/batch/open-batch.ts';
import { TakeInChunkResult } from '#functions/batch/take-in-chunk.ts';
import { Woken } from '#functions/case/await-decision.ts';
import { CarryOutDecisionResult } from '#functions/case/carry-out-decision.ts';
import { EscalateCaseResult } from '#functions/case/escalate-case.ts';
import { OpenCaseResult } from '#functions/case/open-case.ts';
import { ReopenCaseResult } from '#functions/case/reopen-case.ts';
import { VerifyLicencesResult } from '#functions/e-licence/verify-licences.ts';
import { RegisterBusinessResult } from '#functions/register/register-business.ts';
import { AutoReviewResult } from '#functions/review/auto-review.ts';

/** What a task of each function can come to; AwaitDecision's is told by whoever wakes the machine. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  VerifyLicences: VerifyLicencesResult.shape.outcome.options,
  AutoReview: AutoReviewResult.shape.outcome.options,
  RegisterBusiness: RegisterBusinessResult.shape.outcome.options,
  OpenCase: OpenCaseResult.shape.outcome.options,
  AwaitDecision: [...Woken.shape.outcome.values],
  EscalateCase: EscalateCaseResult.shape.outcome.options,
  CarryOutDecision: CarryOutDecisionResult.shape.outcome.options,
  ReopenCase: ReopenCaseResult.shape.outcome.options,
  OpenBatch: OpenBatchResult.shape.outcome.options,
  TakeInChunk: TakeInChunkResult.shape.outcome.options,
  CloseChunk: CloseChunkResult.shape.outcome.options,
  CloseBatch: CloseBatchResult.shape.outcome.options,
};

const State = z.looseObject({
  Type: z.string(),
  Arguments: z.looseObject({ FunctionName: z.string().optional() }).optional(),
  Next: z.string().optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).optional(),
  ItemProcessor: z.unknown().optional(),
});
const Scope = z.looseObject({ States: z.record(z.string(), State) });

interface Task {
  readonly task: string;
  readonly called: string;
  /** the literals of the Choice that follows, if one does */
  readonly told?: readonly string[];
}

/** Every task of a function, those inside maps too, with the Choice that it goes on to. */
function tasksOf(definition: unknown): Task[] {
  const { States } = Scope.parse(definition);
  return Object.entries(States).flatMap(([task, state]) => {
    if (state.ItemProcessor !== undefined) return tasksOf(state.ItemProcessor);
    const called = /^\$\{(\w+)\}$/.exec(state.Arguments?.FunctionName ?? '')?.[1];
    if (called === undefined) return [];
    const choices = States[state.Next ?? '']?.Choices;
    const told = choices?.map(({ Condition }) => /'([A-Z_]+)'/.exec(Condition)?.[1] ?? Condition);
    return [{ task, called, ...(told && { told }) }];
  });
}

const tasks = ['registration', 'review', 'batch'].flatMap((machine) =>
  tasksOf(
    JSON.parse(
      readFileSync(new URL(`../../workflows/${machine}.asl.json`, import.meta.url), 'utf8'),
    ),
  ).map((task) => ({ machine, ...task })),
);
const choosing = tasks.filter(({ told }) => told !== undefined);
const passing = tasks.filter(({ told }) => told === undefined);

describe('a task of a machine', () => {
  it('is one of the functions whose outcomes are listed here', () => {
    expect([...new Set(tasks.map(({ called }) => called))].toSorted()).toEqual(
      Object.keys(OUTCOMES).toSorted(),
    );
  });

  it.each(choosing)('$machine: $task has a way on for each outcome of $called', (task) => {
    expect(task.told?.toSorted()).toEqual(OUTCOMES[task.called]?.toSorted());
  });

  it.each(passing)(
    '$machine: $task goes on the same way, since $called has one outcome',
    (task) => {
      expect(OUTCOMES[task.called]).toHaveLength(1);
    },
  );
});
