import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { attemptKey } from '#functions/application/application.store.ts';
import type { ApplicationRecord } from '#functions/application/application.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { besideCase } from '#functions/case/beside-case.store.ts';
import { namings } from '#functions/party/naming.store.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, freshName } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent, referred, store } = applicationsIn(database);
const beside = besideCase(documents, tables.applications, tables.register);

/** The record as intake leaves it: with who is named, here and in the register. */
async function naming(
  record: ApplicationRecord,
  persons: Readonly<Record<string, string>>,
): Promise<ApplicationRecord> {
  const { id: applicationId, attempt } = record.application;
  const its = { ...record.sent, persons };
  await documents.send(
    new PutCommand({
      TableName: tables.applications,
      Item: { ...attemptKey({ applicationId, attempt }), ...its },
    }),
  );
  const writes = await namings(documents, tables.register)(applicationId, its.persons);
  await commit(
    documents,
    writes.map((write) => ['NAMED', write] as const),
  );
  return store.read(applicationId, attempt);
}
const named = (form: ApplicationForm = aForm({ name: freshName() })) => ({ form });

describe('the same person', () => {
  it('is told by her part in what was sent, the newest first; never what is a draft', async () => {
    const first = await naming(await sent(named()), { p1: 'hash-1', p2: 'hash-2' });
    const second = await naming(await referred(named()), { p2: 'hash-1' });
    await naming(await sent({ ...named(), to: ['DRAFT'] }), { p1: 'hash-1' });
    const own = await naming(await referred(named()), { p1: 'hash-1', p3: 'hash-9' });
    expect((await beside(own)).elsewhere).toEqual([
      {
        person: 'p1',
        applications: [
          { id: second.application.id, state: 'REFERRED', role: 'supervisors' },
          { id: first.application.id, state: 'SUBMITTED', role: 'legalRepresentative' },
        ],
      },
    ]);
  });

  it('is passed over where a form names her no more', async () => {
    const other = await naming(await sent(named()), { p1: 'hash-3' });
    await naming(other, { p1: 'hash-4' });
    const own = await naming(await referred(named()), { p1: 'hash-3' });
    expect((await beside(own)).elsewhere).toEqual([]);
  });

  it('is told of twenty applications at most, in as many requests as she is a person', async () => {
    const persons = { p1: 'hash-5', p2: 'hash-6', p3: 'hash-7' };
    for (let nth = 0; nth < 25; nth++) await naming(await sent(named()), persons);
    const own = await naming(await referred(named()), persons);
    const requests = requestsOf(documents);
    const { elsewhere } = await beside(own);
    const ids = elsewhere.flatMap(({ applications }) => applications.map(({ id }) => id));
    expect(new Set(ids).size).toBeLessThanOrEqual(20);
    expect(elsewhere.map(({ person }) => person)).toEqual(['p1', 'p2', 'p3']);
    expect(requests.filter((it) => it === 'QueryCommand')).toHaveLength(3);
    expect(requests).toHaveLength(5);
  });
});
