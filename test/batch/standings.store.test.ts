import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { standingsOf, statesOf } from '#functions/batch/standings.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { decided, referred, sent, store } = applicationsIn(database);
const standings = standingsOf(documents, tables.applications);
const states = statesOf(documents, tables.applications);

/** Ends an application that is before an official by handing it over as another. */
async function handedOver(from: ApplicationRecord, to: ApplicationRecord) {
  const handedOverTo = to.application.id;
  const move = { to: ['HANDED_OVER'], at: SENT_AT, by: 'official-1', subject: {} } as const;
  await commit(
    documents,
    await store.moved(from.application, { ...move, change: { handedOverTo } }),
  );
}

describe('a row whose application was handed over', () => {
  it('stands where the application that it became stands, however often it was', async () => {
    const [first, second] = [await referred(), await referred()];
    const last = await decided(await sent(), 'REFER');
    await handedOver(second, last);
    await handedOver(first, second);
    const ids = [first, second, last].map(({ application: { id } }) => id);
    expect([...(await states(ids))].toSorted()).toEqual(
      ids.map((id) => [id, 'REFERRED']).toSorted(),
    );
    const told = await standings(ids);
    for (const id of ids) expect(told.get(id)).toMatchObject({ state: 'SUBMITTED', findings: [] });
  });

  it('is told as handed over where what it became is not there', async () => {
    const lost = await referred();
    await handedOver(lost, { ...lost, application: { ...lost.application, id: newId('ap') } });
    expect((await states([lost.application.id])).get(lost.application.id)).toBe('HANDED_OVER');
  });
});
