import { expect, it, vi } from 'vitest';
import { createLanes } from '#local/lanes.ts';

/** Work that ends when told to, and a list of what has started. */
function stage(batchConcurrency: number) {
  const enter = createLanes(batchConcurrency);
  const started: string[] = [];
  const end = new Map<string, () => void>();
  const submit = (id: string, lane: 'online' | 'batch', concurrency = 8) =>
    void enter({ name: id.slice(0, 1), lane, concurrency }, async () => {
      started.push(id);
      await new Promise<void>((done) => end.set(id, done));
    });
  const settle = () => new Promise((done) => setImmediate(done));
  const finish = async (id: string) => {
    end.get(id)?.();
    await settle();
  };
  return { submit, started, finish, settle };
}

it('caps the batch lane as a whole', async () => {
  const { submit, started, finish, settle } = stage(2);
  for (const id of ['a1', 'b1', 'c1']) submit(id, 'batch');
  await settle();
  expect(started).toEqual(['a1', 'b1']);
  await finish('a1');
  expect(started).toEqual(['a1', 'b1', 'c1']);
});

it('starts nothing of the batch lane while anything online waits', async () => {
  const { submit, started, finish, settle } = stage(2);
  submit('o1', 'online', 1);
  submit('o2', 'online', 1);
  submit('b1', 'batch');
  await settle();
  expect(started).toEqual(['o1']);
  await finish('o1');
  expect(started).toEqual(['o1', 'o2', 'b1']);
});

it('lets the batch lane trickle while anything online runs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    vi.advanceTimersByTime(1);
    const { submit, started, finish, settle } = stage(4);
    submit('o1', 'online');
    for (const id of ['a1', 'b1', 'c1']) submit(id, 'batch');
    await settle();
    expect(started).toEqual(['o1', 'a1']);
    await finish('a1');
    expect(started).toEqual(['o1', 'a1']);
    vi.advanceTimersByTime(1_000);
    await settle();
    expect(started).toEqual(['o1', 'a1', 'b1']);
    vi.advanceTimersByTime(5_000);
    await settle();
    expect(started).toEqual(['o1', 'a1', 'b1']);
    await finish('b1');
    await finish('o1');
    expect(started).toEqual(['o1', 'a1', 'b1', 'c1']);
  } finally {
    vi.useRealTimers();
  }
});

it('passes a function that is full and starts the next one', async () => {
  const { submit, started, settle } = stage(4);
  submit('a1', 'online', 1);
  submit('a2', 'online', 1);
  submit('b1', 'online', 1);
  await settle();
  expect(started).toEqual(['a1', 'b1']);
});

it('lets one of the batch lane run at a time while people are about, and more when they are gone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    vi.advanceTimersByTime(1);
    const { submit, started, finish, settle } = stage(3);
    submit('o1', 'online');
    await settle();
    await finish('o1');
    for (const id of ['a1', 'b1', 'c1', 'd1']) submit(id, 'batch');
    await settle();
    expect(started).toEqual(['o1', 'a1']);
    vi.advanceTimersByTime(2_001);
    await finish('a1');
    expect(started).toEqual(['o1', 'a1', 'b1', 'c1', 'd1']);
  } finally {
    vi.useRealTimers();
  }
});

it('lets the function in first whose turn is longest ago, so that few do not queue behind many', async () => {
  const { submit, started, finish, settle } = stage(1);
  for (const id of ['r1', 'r2', 'r3', 'r4', 'o1']) submit(id, 'batch');
  await settle();
  await finish('r1');
  await finish('o1');
  expect(started).toEqual(['r1', 'o1', 'r2']);
});
