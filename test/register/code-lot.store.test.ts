import { describe, expect, it } from 'vitest';
import { codeLots } from '#functions/register/code-lot.store.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const { newClient, tables } = await aDatabase();

/** A process of its own: a client and lots that it shares with nobody. */
function aProcess(lot?: number) {
  const client = newClient();
  return { requests: requestsOf(client), next: codeLots(client, tables.register, lot) };
}
const draw = (next: (division: string) => Promise<number>, count: number, division: string) =>
  Promise.all(Array.from({ length: count }, () => next(division)));

describe('numbers of a division', () => {
  it('begin with 0 and are drawn a hundred at once', async () => {
    const { next, requests } = aProcess();
    const numbers = await draw(next, 100, '440103');
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(requests).toEqual(['UpdateItemCommand']);
    expect(await next('440103')).toBe(100);
    expect(requests).toHaveLength(2);
  });

  it('are nobody else’s, in two processes that draw beyond their lots at once', async () => {
    const processes = [aProcess(7), aProcess(7)];
    const numbers = await Promise.all(processes.map(({ next }) => draw(next, 100, '440104')));
    expect(new Set(numbers.flat()).size).toBe(200);
    expect(processes.every(({ requests }) => requests.length === 15)).toBe(true);
  });

  it('are counted by division', async () => {
    const { next } = aProcess();
    expect([await next('440105'), await next('440106'), await next('440105')]).toEqual([0, 0, 1]);
  });

  it('are drawn anew after a failure, and none is given twice', async () => {
    const client = newClient();
    let failing = true;
    client.middlewareStack.add(
      (next) => (args) => {
        if (failing) throw new Error('no connection');
        return next(args);
      },
      { step: 'initialize' },
    );
    const next = codeLots(client, tables.register);
    await expect(next('440111')).rejects.toThrow('no connection');
    failing = false;
    expect(await draw(next, 3, '440111')).toEqual([0, 1, 2]);
  });
});
