import { describe, expect, it } from 'vitest';
import { caseStore } from '#functions/case/case.store.ts';
import { sweepUnfinished } from '#functions/intake/sweep-unfinished.ts';
import { unfinishedStore } from '#functions/intake/unfinished.store.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import type { Stop, StopScope } from '#functions/register/stop.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { aStop } from '#test/builders/a-stop.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const AFTER_SECONDS = 300;

/** A sweep over a database of its own: it finds whatever is there. */
async function aSweep() {
  const database = await aDatabase();
  const stops: Stop[] = [];
  const read: string[] = [];
  const did = { started: [] as string[], referred: [] as string[], woken: [] as string[] };
  const store = unfinishedStore(database.documents, database.tables.applications);
  const reads = applicationsIn(database).store;
  const sweep = (afterSent = AFTER_SECONDS + 1) =>
    sweepUnfinished({
      ...store,
      stops: async () => stops,
      record: ({ applicationId, attempt }) => {
        read.push(applicationId);
        return reads.read(applicationId, attempt);
      },
      register: async ({ applicationId }) => void did.started.push(applicationId),
      refer: async ({ applicationId }) => void did.referred.push(applicationId),
      wake: async (token) => token !== 'gone' && did.woken.push(token) > 0,
      afterSeconds: AFTER_SECONDS,
      now: () => Date.parse(SENT_AT) + afterSent * 1000,
    })();
  const { ports } = anIntake(database);
  return {
    ...applicationsIn(database),
    cases: caseStore(database.documents, database.tables.applications),
    ports,
    countStart: store.countStart,
    sweep,
    did,
    stops,
    read,
  };
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
  const { sweep, decidedByOfficial, did } = decisions;

  it('wakes the machine that waits, once it is overdue', async () => {
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

describe('an open case', () => {
  const END_OF_CLOCK = (Date.parse('2026-11-26T16:00:00.000Z') - Date.parse(SENT_AT)) / 1000;

  it('whose machine waits is left alone until it should have escalated it', async () => {
    const { sweep, referred, did } = await aSweep();
    const { application } = await referred({}, { taskToken: 'token-1' });
    expect(await sweep(END_OF_CLOCK)).toEqual({ started: 0, referred: 0, woken: 0 });
    expect(await sweep(END_OF_CLOCK + AFTER_SECONDS + 1)).toMatchObject({ started: 1 });
    expect([did.referred, did.woken]).toEqual([[application.id], []]);
  });

  it('for which no machine came gets one, and is left alone once one waits', async () => {
    const { cases, sweep, referred, did } = await aSweep();
    const { application } = await referred();
    expect(await sweep(AFTER_SECONDS)).toMatchObject({ started: 0 });
    expect(await sweep()).toMatchObject({ started: 1 });
    expect(did.referred).toEqual([application.id]);
    await cases.keepToken({ applicationId: application.id, attempt: 1 }, 'token-2');
    expect(await sweep()).toMatchObject({ started: 0 });
  });

  it('is waited for under a stop of issuance too: its clock runs', async () => {
    const { sweep, referred, stops } = await aSweep();
    await referred();
    stops.push(aStop({ scope: { kind: 'ALL' } }));
    expect(await sweep()).toMatchObject({ started: 1 });
  });

  it('that is withdrawn is nobody’s to wait for', async () => {
    const { ports, sweep, referred } = await aSweep();
    await withdraw(ports, await referred());
    expect(await sweep()).toMatchObject({ started: 0 });
  });
});

describe('while a stop of issuance holds', () => {
  const nothing = { started: 0, referred: 0, woken: 0 };
  const SCOPES: readonly StopScope[] = [
    { kind: 'ALL' },
    { kind: 'REGISTRAR', id: '440115' },
    { kind: 'AGENT', id: 'agent-1' },
    { kind: 'HOST', id: 'H-0001' },
  ];

  it.each(SCOPES)(
    'of $kind $id, what it holds up is neither started nor counted',
    async (scope) => {
      const { sweep, sent, decidedByOfficial, did, stops, store } = await aSweep();
      const row = { batchId: newId('ba'), row: 1, clientRowRef: 'r-1' };
      const form = aForm({ ...atHost, name: freshName() });
      const { application } = await sent({ form, owner: 'agent-1', row });
      stops.push(aStop({ scope }));
      for (let runs = 0; runs < 5; runs++) expect(await sweep()).toEqual(nothing);
      expect((await store.read(application.id)).application.starts).toBeUndefined();

      await decidedByOfficial('REGISTER', { form, owner: 'agent-1', row });
      expect(await sweep()).toEqual(nothing);
      stops.length = 0;
      expect(await sweep()).toEqual({ started: 2, referred: 0, woken: 0 });
      expect(did.started).toEqual([application.id]);
    },
  );

  it('reads no attempt one by one that the index shows to be held up', async () => {
    const { sweep, sent, stops, read } = await aSweep();
    for (let count = 0; count < 5; count++) await sent();
    for (const scope of SCOPES.slice(0, 2)) {
      stops.splice(0, 1, aStop({ scope }));
      await sweep();
    }
    expect(read).toEqual([]);
  });

  it('what is another registrar’s goes on, and so does what an official returns', async () => {
    const { sweep, sent, decidedByOfficial, did, stops } = await aSweep();
    await sent();
    stops.push(aStop({ scope: { kind: 'REGISTRAR', id: '440106' } }));
    expect(await sweep()).toEqual({ started: 1, referred: 0, woken: 0 });
    stops.splice(0, 1, aStop());
    const returned = await decidedByOfficial('RETURN', {}, SENT_AT, 'token-3');
    expect(await sweep()).toEqual({ started: 0, referred: 0, woken: 1 });
    expect(did.woken).toEqual(['token-3']);
    expect(returned.application.state).toBe('REFERRED');
  });
});
