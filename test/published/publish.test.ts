import { describe, expect, it } from 'vitest';
import type { Edition, Proposal } from '#functions/published/edition.ts';
import {
  confirm,
  type Outcome,
  propose,
  switchingOff,
  withdraw,
} from '#functions/published/publish.ts';
import { publishedData, publishedStore } from '#functions/published/published.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { someFigures } from '#test/builders/an-edition.ts';

const { documents, tables, newClient } = await aDatabase();
const store = publishedStore(documents, tables.register);
let now = Date.parse('2026-11-23T02:00:00.000Z');
const ports = { ...store, now: () => now, newId };
const RULES = new Set(['BA-05', 'BA-06', 'BA-07']);

let day = 0;
/** Limits that begin on a day of their own. */
const limits = (change: Partial<Proposal> = {}): Proposal => ({
  content: { kind: 'LIMITS', figures: someFigures() },
  from: new Date(Date.parse('2027-01-01') + 86_400_000 * ++day).toISOString().slice(0, 10),
  reason: '会议纪要',
  ...change,
});
const done = (outcome: Outcome): Edition => {
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.edition;
};
const proposed = async (proposal = limits()) =>
  done(await propose(ports, RULES, newId('ed'), proposal, 'supervisor-1'));
const confirmed = async (proposal = limits()) =>
  done(await confirm(ports, RULES, await proposed(proposal), 'supervisor-2'));

describe('an edition', () => {
  it('is proposed, confirmed and then kept as it is', async () => {
    const proposal = limits();
    const first = await proposed(proposal);
    expect(first).toMatchObject({ ...proposal, state: 'PROPOSED', version: 1 });
    const second = done(await confirm(ports, RULES, first, 'supervisor-2'));
    expect(second).toEqual({
      ...first,
      state: 'CONFIRMED',
      version: 2,
      confirmedBy: 'supervisor-2',
      confirmedAt: '2026-11-23T02:00:00.000Z',
    });
    expect(await store.edition(first.id)).toEqual(second);
  });

  it('has a digest of all that has effect, and of nothing else', async () => {
    const proposal = limits({ registrar: '440115' });
    const first = await proposed(proposal);
    await withdraw(ports, first, 'supervisor-1');
    const again = await proposed({ ...proposal, reason: '另一份会议纪要' });
    expect(again.digest).toBe(first.digest);
    const other = await proposed({ ...proposal, registrar: '440106' });
    expect(other.digest).not.toBe(first.digest);
  });

  it('is judged again when it is confirmed: its day may have come meanwhile', async () => {
    const first = await proposed(limits({ from: '2026-11-24' }));
    const then = now;
    now = Date.parse('2026-11-23T16:00:00.000Z');
    expect(await confirm(ports, RULES, first, 'supervisor-2')).toEqual({
      faults: [{ pointer: '/from', detail: 'BEGINS_TOO_SOON' }],
    });
    expect(await store.edition(first.id)).toEqual(first);
    now = then;
  });

  it('is withdrawn before it begins, and then is one no more', async () => {
    const edition = await confirmed();
    const gone = done(await withdraw(ports, edition, 'supervisor-3'));
    expect(gone).toMatchObject({ state: 'WITHDRAWN', version: 3, withdrawnBy: 'supervisor-3' });
    await expect(withdraw(ports, gone, 'supervisor-3')).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });

  it('stays once it has begun', async () => {
    const edition = await confirmed(limits({ from: '2026-11-25' }));
    const then = now;
    now = Date.parse('2026-11-24T16:00:00.000Z');
    await expect(withdraw(ports, edition, 'supervisor-1')).rejects.toMatchObject({
      name: 'NotInThisState',
    });
    now = then;
  });

  it('is changed by one of two who act on the same reading', async () => {
    const read = await proposed();
    const acts = await Promise.allSettled([
      confirm(ports, RULES, read, 'supervisor-2'),
      withdraw(ports, read, 'supervisor-3'),
    ]);
    expect(acts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(acts.find((it) => it.status === 'rejected')?.reason).toMatchObject({
      name: 'ApplicationMoved',
    });
    expect((await store.edition(read.id)).version).toBe(2);
  });
});

describe('two officials at the same moment', () => {
  it('never propose two editions for one day', async () => {
    const proposal = limits();
    const outcomes = await Promise.all(
      ['supervisor-1', 'supervisor-2', 'supervisor-3'].map((by) =>
        propose(ports, RULES, newId('ed'), proposal, by),
      ),
    );
    expect(outcomes.filter((it) => 'edition' in it)).toHaveLength(1);
    expect(outcomes.filter((it) => 'faults' in it)).toEqual(
      Array(2).fill({ faults: [{ pointer: '/from', detail: 'OVERLAPS' }] }),
    );
  });

  it('both publish what has nothing to do with each other', async () => {
    const both = await Promise.all([confirmed(), confirmed()]);
    expect(both.map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });
});

describe('a switch', () => {
  const off = switchingOff(ports);

  it('turned off by the machine takes effect at once, and only once', async () => {
    expect(await off('BA-05', '一致率低于目标', 'agreement')).toBe('OFF');
    expect(await off('BA-05', '一致率低于目标', 'agreement')).toBe('OFF_ALREADY');
    const { editions } = await store.published();
    const acts = editions.filter(({ content }) => content.kind === 'SWITCHES');
    expect(acts).toMatchObject([{ state: 'CONFIRMED', version: 1, proposedBy: 'agreement' }]);
    expect(acts[0]).not.toHaveProperty('confirmedBy');
  });

  it('turned off by many at once is turned off once', async () => {
    const told = await Promise.all(Array.from({ length: 4 }, () => off('BA-06', 'x', 'agreement')));
    expect(told.toSorted()).toEqual(['OFF', 'OFF_ALREADY', 'OFF_ALREADY', 'OFF_ALREADY']);
  });

  it('is turned on again by two', async () => {
    await off('BA-07', 'x', 'agreement');
    const content = { kind: 'SWITCHES', of: { rule: 'BA-07' }, on: true } as const;
    const proposal = await proposed({ content, reason: '已修复' });
    expect(proposal.state).toBe('PROPOSED');
    expect(done(await confirm(ports, RULES, proposal, 'supervisor-2')).state).toBe('CONFIRMED');
  });
});

describe('a process that reviews', () => {
  const known = (client: ReturnType<typeof newClient>) =>
    publishedData(client, tables.register, () => now);

  it('asks once in five seconds, and reads the editions only after a change', async () => {
    const client = newClient();
    const requests = requestsOf(client);
    const editions = known(client);
    const first = await editions();
    expect(first.length).toBeGreaterThan(3);
    const asked = requests.length;
    await Promise.all([editions(), editions(), editions()]);
    expect(requests).toHaveLength(asked);
    now += 5_000;
    expect(await editions()).toBe(first);
    expect(requests).toHaveLength(asked + 1);
    const edition = await confirmed();
    expect(await editions()).toBe(first);
    now += 5_000;
    expect(await editions()).toContainEqual(edition);
  });

  it('fails where it cannot read, and asks again', async () => {
    const client = newClient();
    let broken = true;
    client.middlewareStack.add(
      (next) => (args) => (broken ? Promise.reject(new Error('silent')) : next(args)),
      { step: 'finalizeRequest' },
    );
    const editions = known(client);
    await expect(editions()).rejects.toThrow('silent');
    broken = false;
    expect((await editions()).length).toBeGreaterThan(3);
  });

  it('reads every page', async () => {
    const words = (at: number) =>
      Array.from({ length: 500 }, (_, index) => ({
        word: `词${at}-${index}-${'长'.repeat(30)}`,
        ground: 'PUBLIC_INTEREST' as const,
      }));
    const lists: Edition[] = [];
    for (let at = 0; at < 20; at += 1)
      lists.push(await confirmed(limits({ content: { kind: 'STOP_LIST', words: words(at) } })));
    const { editions } = await store.published();
    for (const list of lists) expect(editions.map(({ id }) => id)).toContain(list.id);
  });
});
