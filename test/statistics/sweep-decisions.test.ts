import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { sampleIn } from '#functions/application/case.ts';
import { switchedOff } from '#functions/published/in-force.ts';
import type { SweepDecisionsPorts } from '#functions/statistics/sweep-decisions.ts';
import { mergedTallies } from '#functions/statistics/tally.ts';
import { aDatabase, type Database } from '#test/builders/a-database.ts';
import { aFinding, decisionsIn } from './decisions-in.ts';

/** Each test counts from the beginning, on a database of its own. */
const databases = await Promise.all(Array.from({ length: 13 }, aDatabase));
function aFreshDatabase(): Database {
  const database = databases.pop();
  if (!database) throw new RangeError('no database left');
  return database;
}

/** Everything that the sweep keeps, but for the moment up to which it counted. */
async function kept({ documents, tables }: Database, pk: string) {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tables.applications,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items.map(({ asOf: _until, ...item }) => item);
}

const at = (time: string) => `2026-11-24T${time}.000Z`;

/** Machine and officials at work over an hour of two registrars. */
async function aMorning(world: ReturnType<typeof decisionsIn>) {
  const { byMachine, byPerson } = world;
  for (const time of ['02:01:00', '02:04:59', '02:05:00', '02:31:10'])
    await byMachine({ verdict: 'APPROVE', at: at(time) });
  await byMachine({ verdict: 'APPROVE', at: at('02:40:00'), measured: { lane: 'BATCH' } });
  await byMachine({
    verdict: 'RETURN',
    at: at('02:10:00'),
    findings: [aFinding('CP-01', 'RETURN')],
    measured: { registrar: '440106', bundle: 'B02' },
  });
  const referred = await byMachine({
    verdict: 'REFER',
    at: at('02:12:00'),
    findings: [aFinding('NM-07', 'REFER'), aFinding('OG-05', 'PROPOSE_REFUSAL', 3)],
  });
  await byPerson(referred, 'REGISTER', at('02:50:00'));
}
const COUNTS = {
  'B01 SINGLE': { APPROVE: 4, REFER: 1, PERSON: 1, PROPOSED: 1, OVERRIDDEN: 1 },
  'B01 BATCH': { APPROVE: 1 },
  'B02 SINGLE': { RETURN: 1 },
};
const AGREEMENT = { 'NM-07@1 REFER': [0, 1], 'OG-05@3 PROPOSE_REFUSAL': [0, 1] };

async function countedIn({ ports }: ReturnType<typeof decisionsIn>) {
  const { cells, agreement } = mergedTallies((await ports.tallies('2026-W48', 'WEEK')).values());
  const counts = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, cell.counts]),
  );
  return { counts, agreement };
}

describe('the sweep of decisions', () => {
  it('counts each once, by registrar, bundle and lane, however often it runs', async () => {
    const database = aFreshDatabase();
    const world = decisionsIn(database);
    await aMorning(world);
    const first = await world.sweepAt(at('03:00:00'));
    expect(first).toMatchObject({ read: 8, sampled: 5, behind: 0 });
    expect(await countedIn(world)).toEqual({ counts: COUNTS, agreement: AGREEMENT });
    const before = await kept(database, 'STATISTICS#2026-W48');
    await world.sweepAt(at('03:00:00'));
    const again = await world.sweepAt(at('03:05:00'));
    expect(again).toMatchObject({ sampled: 0, concluded: 0 });
    expect(await kept(database, 'STATISTICS#2026-W48')).toEqual(before);
  });

  it('counts in slices as it goes what it counts at once afterwards', async () => {
    const database = aFreshDatabase();
    const world = decisionsIn(database);
    await aMorning(world);
    for (let minute = 0; minute <= 65; minute += 5)
      await world.sweepAt(new Date(Date.parse(at('02:00:00')) + minute * 60_000).toISOString());
    expect(await countedIn(world)).toEqual({ counts: COUNTS, agreement: AGREEMENT });
  });

  it('finds what was written late, a quarter of an hour behind', async () => {
    const world = decisionsIn(aFreshDatabase());
    await world.sweepAt(at('03:00:00'));
    await world.byMachine({ verdict: 'APPROVE', at: at('02:46:00') });
    await world.sweepAt(at('03:01:00'));
    expect((await countedIn(world)).counts).toEqual({ 'B01 SINGLE': { APPROVE: 1 } });
  });

  it.each([
    ['after a few slices', 'keep'],
    ['before the first approvals are known', 'addFirst'],
    ['between two second readings', 'putSample'],
    ['before the cursor is moved', 'moveCursor'],
  ] satisfies [string, keyof SweepDecisionsPorts][])(
    'killed %s, leaves what it would have left',
    async (_when, port) => {
      const database = aFreshDatabase();
      const world = decisionsIn(database);
      await aMorning(world);
      let calls = 0;
      const dying = async (...given: never[]) => {
        calls += 1;
        if (port === 'moveCursor' || port === 'addFirst' || calls > 2) throw new Error('killed');
        return (world.ports[port] as (...them: never[]) => unknown)(...given);
      };
      await expect(world.sweepAt(at('03:00:00'), { [port]: dying })).rejects.toThrow('killed');
      await world.sweepAt(at('03:01:00'));
      expect(await countedIn(world)).toEqual({ counts: COUNTS, agreement: AGREEMENT });
      const [first] = (await kept(database, 'STATISTICS')).filter(({ sk }) => /^FIRST/.test(sk));
      expect(first?.caseIds.size).toBe(5);
    },
  );

  it('makes up for a standstill in several runs, and leaves nothing out', async () => {
    const world = decisionsIn(aFreshDatabase());
    await world.sweepAt(at('00:00:00'));
    for (const time of ['01:00:00', '04:00:00', '08:00:00'])
      await world.byMachine({ verdict: 'APPROVE', at: at(time), registered: false });
    expect(await world.sweepAt(at('09:00:00'))).toMatchObject({ behind: 375 });
    while ((await world.sweepAt(at('09:00:00'))).behind > 0);
    expect((await countedIn(world)).counts).toEqual({ 'B01 SINGLE': { APPROVE: 3 } });
  });

  it('never puts an older count in the place of a later one', async () => {
    const database = aFreshDatabase();
    const world = decisionsIn(database);
    await aMorning(world);
    await world.sweepAt(at('03:00:00'));
    const slice = { level: 'WEEK', name: '2026-W48', week: '2026-W48' } as const;
    await world.ports.keep(slice, '440115', { cells: {}, agreement: {} }, at('02:59:59'));
    expect((await countedIn(world)).counts).toEqual(COUNTS);
  });
});

describe('second readings', () => {
  it('wait for what is approved and not registered yet', async () => {
    const world = decisionsIn(aFreshDatabase());
    const held = await world.byMachine({
      verdict: 'APPROVE',
      at: at('02:00:00'),
      registered: false,
    });
    const { id } = held.application;
    expect(await world.sweepAt(at('02:01:00'))).toMatchObject({ sampled: 0 });
    expect(await world.ports.pending()).toEqual([{ applicationId: id, attempt: 1 }]);
    await world.register(id, at('08:00:00'));
    expect(await world.sweepAt(at('08:01:00'))).toMatchObject({ sampled: 1 });
    expect(await world.ports.pending()).toEqual([]);
    expect(sampleIn((await world.store.read(id)).parts)).toMatchObject({ state: 'OPEN' });
  });

  it('are of the machine’s own registrations only', async () => {
    const world = decisionsIn(aFreshDatabase());
    const lost = await world.byMachine({ verdict: 'APPROVE', at: at('02:00:00') });
    await world.byPerson(lost, 'REGISTER', at('02:00:30'));
    expect(await world.sweepAt(at('02:01:00'))).toMatchObject({ sampled: 0 });
  });
});

describe('a rule with which persons do not agree', () => {
  const findings = [aFinding('NM-05', 'RETURN', 2), aFinding('AD-10', 'REFER')];
  const doubtful = async (world: ReturnType<typeof decisionsIn>, many: number, from = 0) => {
    for (let nth = from; nth < from + many; nth++) {
      const minute = String(nth % 60).padStart(2, '0');
      const referred = await world.byMachine({
        verdict: 'REFER',
        at: at(`02:${minute}:00`),
        findings,
      });
      await world.byPerson(referred, 'REGISTER', at(`02:${minute}:30`));
    }
  };

  it('turns itself to REFER, once, and only it', async () => {
    const world = decisionsIn(aFreshDatabase());
    await doubtful(world, 19);
    expect(await world.sweepAt(at('03:00:00'))).toMatchObject({ switchedOff: 0 });
    await doubtful(world, 1, 55);
    expect(await world.sweepAt(at('03:01:00'))).toMatchObject({ switchedOff: 1, doubted: 0 });
    const { editions } = await world.published();
    expect(switchedOff(editions, '440115')).toEqual({ rules: ['NM-05'], lanes: [] });
    expect(editions[0]).toMatchObject({ state: 'CONFIRMED', proposedBy: 'agreement' });
    expect(editions[0]?.reason).toContain('20 件');
    expect(await world.sweepAt(at('03:02:00'))).toMatchObject({ switchedOff: 0 });
    expect((await world.published()).editions).toHaveLength(1);
  });

  it('is switched off after a kill between the switch and the note of it', async () => {
    const world = decisionsIn(aFreshDatabase());
    await doubtful(world, 20);
    const noteOff = () => Promise.reject(new Error('killed'));
    await expect(world.sweepAt(at('03:00:00'), { noteOff })).rejects.toThrow('killed');
    await world.sweepAt(at('03:01:00'));
    const { editions } = await world.published();
    expect(editions).toHaveLength(1);
    expect([...(await world.ports.offSince()).keys()]).toEqual(['NM-05@2 RETURN']);
  });
});
