import { describe, expect, it } from 'vitest';
import { sweepUnfinished } from '#functions/intake/sweep-unfinished.ts';
import { unfinishedStore } from '#functions/intake/unfinished.store.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const AFTER_SECONDS = 300;

/** A sweep over a database of its own: it finds whatever is there. */
async function aSweep() {
  const database = await aDatabase();
  const did = { started: [] as string[], referred: [] as string[], woken: [] as string[] };
  const store = unfinishedStore(database.documents, database.tables.applications);
  const sweep = (afterSent = AFTER_SECONDS + 1) =>
    sweepUnfinished({
      ...store,
      register: async ({ applicationId }) => void did.started.push(applicationId),
      refer: async ({ applicationId }) => void did.referred.push(applicationId),
      wake: async (token) => token !== 'gone' && did.woken.push(token) > 0,
      afterSeconds: AFTER_SECONDS,
      now: () => Date.parse(SENT_AT) + afterSent * 1000,
    })();
  const { ports } = anIntake(database);
  return { ...applicationsIn(database), ports, countStart: store.countStart, sweep, did };
}
const attempts = await aSweep();
const decisions = await aSweep();

describe('an attempt that is not decided', () => {
  const { sweep, sent, store, did, ports, countStart } = attempts;

  it('is left alone until it is due, then started three times, then referred', async () => {
    const { application } = await sent();
    expect(await sweep(AFTER_SECONDS)).toEqual({ started: 0, referred: 0, woken: 0 });
    for (let round = 0; round < 3; round++)
      expect(await sweep()).toEqual({ started: 1, referred: 0, woken: 0 });
    expect(did.started).toEqual(Array(3).fill(application.id));
    expect(await sweep()).toEqual({ started: 0, referred: 1, woken: 0 });
    expect(did.referred).toEqual([application.id]);
    await withdraw(ports, await store.read(application.id));
  });

  it('is no more unfinished once it has moved on', async () => {
    const { application } = await sent();
    await withdraw(ports, await store.read(application.id));
    expect(await sweep()).toEqual({ started: 0, referred: 0, woken: 0 });
  });

  it('is started once by two sweeps at the same time', async () => {
    const { application } = await sent();
    const task = { applicationId: application.id, attempt: 1 };
    const counted = await Promise.all([countStart(task, 0), countStart(task, 0)]);
    expect(counted.toSorted()).toEqual([false, true]);
    expect(await countStart({ ...task, attempt: 2 }, 1)).toBe(false);
    await withdraw(ports, await store.read(application.id));
    expect(await countStart(task, 1)).toBe(false);
  });

  it('is found in whatever shard it is', async () => {
    for (let count = 0; count < 40; count++) await sent();
    expect(await sweep()).toEqual({ started: 40, referred: 0, woken: 0 });
  });
});

describe('a decision that is not carried out', () => {
  const { sweep, decidedByOfficial, referred, did } = decisions;

  it('wakes the machine that waits, once it is overdue', async () => {
    await referred({}, { taskToken: 'of an open case' });
    await decidedByOfficial('REGISTER', {}, SENT_AT, 'token-1');
    expect(await sweep(AFTER_SECONDS)).toEqual({ started: 0, referred: 0, woken: 0 });
    expect(await sweep()).toEqual({ started: 0, referred: 0, woken: 1 });
    expect(did.woken).toEqual(['token-1']);
  });

  it.each([undefined, 'gone'])(
    'starts a machine where none waits any more (token: %s)',
    async (token) => {
      const { sweep: swept, decidedByOfficial: decided, did: done } = await aSweep();
      const { application } = await decided('REGISTER', {}, SENT_AT, token);
      expect(await swept()).toEqual({ started: 1, referred: 0, woken: 0 });
      expect(done.referred).toEqual([application.id]);
    },
  );
});
