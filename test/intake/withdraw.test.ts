import { describe, expect, it } from 'vitest';
import { caseIn } from '#functions/application/case.ts';
import type { ApplicationState } from '#functions/application/lifecycle.ts';
import { caseStore } from '#functions/case/case.store.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { applicationsIn, freshHost, freshName } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const database = await aDatabase();
const { ports, read, stateOf, held, woken } = anIntake(database);
const { sent, referred, hold, decidedByOfficial } = applicationsIn(database);

async function formAtHost() {
  const host = await freshHost(database);
  return aForm({ ...atHost, premises: { ...atHost.premises, host: host.id }, name: freshName() });
}

describe('a withdrawal', () => {
  it.each([[['DRAFT']], [['DRAFT', 'SIGNING']], [['SUBMITTED']]] satisfies [ApplicationState[]][])(
    'ends an application that was taken in as %o',
    async (to) => {
      const record = await sent({ to });
      await withdraw(ports, record);
      expect(await stateOf(record.application.id)).toBe('WITHDRAWN');
    },
  );

  it('frees name and place in the transaction that withdraws', async () => {
    const form = await formAtHost();
    const record = await sent({ form });
    const { id } = record.application;
    await hold(record);
    expect(await held(id, form)).toEqual({ name: true, place: true });
    const requests = requestsOf(database.documents);
    await withdraw(ports, record);
    expect(requests.filter((it) => !/Get|Query/.test(it))).toEqual(['TransactWriteItemsCommand']);
    expect(await held(id, form)).toEqual({ name: false, place: false });
  });

  it('closes the open case in it, and wakes its machine, which then ends', async () => {
    const record = await referred({}, { taskToken: 'token-1' });
    await withdraw(ports, record);
    const { application, parts } = await read(record.application.id);
    expect(application.state).toBe('WITHDRAWN');
    expect(caseIn(parts)).toMatchObject({ state: 'CLOSED', version: 2 });
    expect(woken).toEqual([['token-1', { outcome: 'DECIDED', holdSeconds: 0 }]]);
  });

  it('is still possible while an official’s decision is held', async () => {
    const record = await decidedByOfficial('REFUSE');
    await withdraw(ports, record);
    expect(caseIn((await read(record.application.id)).parts)?.state).toBe('CLOSED');
  });

  it('leaves nothing to confirm of what an official has proposed', async () => {
    const at = '2026-11-23T04:00:00.000Z';
    const proposal = { outcome: 'REGISTER', reason: '证明已失效', by: 'official-1', at } as const;
    const { application } = await referred({}, { proposal });
    expect(caseIn((await read(application.id)).parts)).toMatchObject({ proposal });
    await withdraw(ports, await read(application.id));
    const closed = caseIn((await read(application.id)).parts);
    expect(closed).toMatchObject({ state: 'CLOSED', version: 2 });
    expect(closed?.proposal).toBeUndefined();
  });

  it('that read a case before it was decided withdraws nothing', async () => {
    const stale = await referred();
    const { id } = stale.application;
    const open = caseIn(stale.parts);
    if (!open) throw new Error('no case');
    const cases = caseStore(database.documents, database.tables.applications);
    await cases.write({ ...open, version: 2, holder: 'official-1' }, open);
    await expect(withdraw(ports, stale)).rejects.toMatchObject({ name: 'ApplicationMoved' });
    expect(await stateOf(id)).toBe('REFERRED');
  });

  it('is refused of what has ended', async () => {
    const record = await sent();
    await withdraw(ports, record);
    await expect(withdraw(ports, record)).rejects.toMatchObject({ name: 'ApplicationMoved' });
    await expect(withdraw(ports, await read(record.application.id))).rejects.toMatchObject({
      name: 'NotInThisState',
    });
  });
});
