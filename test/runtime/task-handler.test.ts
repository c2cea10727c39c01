import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { taskHandler } from '#functions/runtime/task-handler.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { AttemptTask } from '#functions/shared/ids.ts';
import { people } from '#test/builders/a-form.ts';

const TASK = { applicationId: 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN', attempt: 1 };
const Result = z.object({ outcome: z.enum(['DONE', 'ENDED']) });
/** A name and a number that must not be seen anywhere. */
const { name, document } = people.p1;
const person = `${name} ${document.number}`;

const lines: string[] = [];
beforeEach(() => {
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  lines.length = 0;
});

const failing = (error: unknown) => taskHandler(AttemptTask, Result, () => Promise.reject(error));
const failureOf = (error: unknown) =>
  failing(error)(TASK).then(
    () => expect.unreachable(),
    (failure: unknown) => failure,
  );

describe('a task', () => {
  it('gets its input as the schema says, and tells its outcome', async () => {
    const seen: unknown[] = [];
    const handler = taskHandler(AttemptTask, Result, async (task) => {
      seen.push(task);
      return { outcome: 'DONE' as const };
    });
    expect(await handler({ ...TASK, person })).toEqual({ outcome: 'DONE' });
    expect(seen).toEqual([TASK]);
  });

  it('leaves one line, of ids and outcome alone', async () => {
    const handler = taskHandler(z.unknown(), z.looseObject({}), async () => ({
      outcome: 'DONE',
      person,
    }));
    await handler({ ...TASK, person });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'INFO', message: 'task finished', at: expect.any(String), ...TASK, outcome: 'DONE' },
    ]);
  });

  it('with an input that is none fails before it begins', async () => {
    const handler = taskHandler(AttemptTask, Result, () => expect.unreachable());
    await expect(handler({ ...TASK, attempt: person })).rejects.toMatchObject({ name: 'ZodError' });
    expect(lines.join()).not.toContain(name);
  });

  it('with an outcome that the machine does not know fails', async () => {
    const outcome = JSON.parse('"SOMETHING"');
    const handler = taskHandler(AttemptTask, Result, async () => ({ outcome }));
    await expect(handler(TASK)).rejects.toMatchObject({ name: 'ZodError' });
  });
});

describe('a failure', () => {
  it('of the domain keeps its name, which the machine’s Retry matches on', async () => {
    const moved = new DomainError('ApplicationMoved', TASK);
    expect(await failureOf(moved)).toBe(moved);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', message: 'task failed', ...TASK, failure: 'ApplicationMoved' },
    ]);
  });

  it('of the domain leaves what it is about in the log', async () => {
    await failureOf(
      new DomainError('LicenceAuthorityUnavailable', { region: '43', because: 'NO_ANSWER' }),
    );
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { ...TASK, failure: 'LicenceAuthorityUnavailable', region: '43', because: 'NO_ANSWER' },
    ]);
  });

  it('of any other kind keeps its name and tells nothing of a person', async () => {
    const failure = await failureOf(new RangeError(`cannot read ${person}\n    of ${person}`));
    expect(failure).toMatchObject({ name: 'RangeError' });
    const told = failure instanceof Error ? [failure.message, failure.stack] : [];
    for (const text of [...told, ...lines]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(document.number);
    }
    expect(lines).toHaveLength(1);
  });

  it('that is no error at all is told without it', async () => {
    const failure = await failureOf(person);
    expect(failure).toMatchObject({ name: 'unknown' });
    expect(lines.join()).not.toContain(name);
  });
});
