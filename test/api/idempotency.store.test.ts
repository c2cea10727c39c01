import { describe, expect, it } from 'vitest';
import { idempotentIds } from '#functions/api/idempotency.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';

const { documents, tables } = await aDatabase();
const NOON = Date.parse('2026-11-23T04:00:00.000Z');
const HOUR = 3_600_000;
let drawn = 0;
let keys = 0;

/** One caller's calls under a key of this test's own. */
function aKey(caller = 'applicant-1') {
  const key = `key-${++keys}`;
  return (body: object, { at = NOON, route = 'applications', by = caller } = {}) =>
    idempotentIds(documents, tables.access, () => at)(
      by,
      route,
      key,
      JSON.parse(JSON.stringify(body)),
      `ap_${++drawn}`,
    );
}

describe('an idempotency key', () => {
  it('gives a repeated call the id of the first', async () => {
    const call = aKey();
    const first = await call({ form: { name: '岚', type: 'X' } });
    expect(first.replayed).toBe(false);
    const again = { id: first.id, replayed: true };
    expect(await call({ form: { name: '岚', type: 'X' } })).toEqual(again);
    expect(await call({ form: { type: 'X', name: '岚' } }, { at: NOON + 47 * HOUR })).toEqual(
      again,
    );
  });

  it('is refused for another body, and stays the first one’s', async () => {
    const call = aKey();
    const { id } = await call({ a: 1 });
    await expect(call({ a: 2 })).rejects.toMatchObject({
      name: 'Problem',
      slug: 'idempotency-key-reused',
    });
    expect(await call({ a: 1 })).toEqual({ id, replayed: true });
  });

  it('gives one id to calls that come at once', async () => {
    const call = aKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call({ a: 1 })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('lets one of two bodies that come at once in', async () => {
    const call = aKey();
    const answers = await Promise.allSettled([call({ a: 1 }), call({ a: 2 })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is fresh again after two days', async () => {
    const call = aKey();
    const { id } = await call({ a: 1 });
    const later = await call({ a: 2 }, { at: NOON + 48 * HOUR + 1_000 });
    expect(later.replayed).toBe(false);
    expect(later.id).not.toBe(id);
    expect(await call({ a: 2 }, { at: NOON + 49 * HOUR })).toEqual({
      id: later.id,
      replayed: true,
    });
  });

  it('is each caller’s and each route’s own', async () => {
    const call = aKey();
    const { id } = await call({ a: 1 });
    const others = [
      await call({ a: 1 }, { by: 'applicant-2' }),
      await call({ a: 2 }, { route: 'batches' }),
    ];
    expect(others.map(({ replayed }) => replayed)).toEqual([false, false]);
    expect(others.map((it) => it.id)).not.toContain(id);
  });
});
