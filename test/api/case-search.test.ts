import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { caseWrite } from '#functions/application/case.store.ts';
import type { Case } from '#functions/application/case.ts';
import { nameCardKey } from '#functions/name/name.store.ts';
import { parseName } from '#functions/name/trade-name.ts';
import { businessKey } from '#functions/register/business-key.ts';
import { newId } from '#functions/runtime/draws.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { aDesk } from './a-desk.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { anOfficial, aCase, approved } = aDesk(database);

describe('a search', () => {
  const REGISTRAR = '440118';
  const found = async (q: string, registrars = [REGISTRAR]) =>
    (await anOfficial(registrars)('searchCases', { query: { q } })).body.cases.map(
      ({ id }: { id: string }) => id,
    );
  const put = (Item: object) =>
    documents.send(new PutCommand({ TableName: tables.register, Item }));
  const card = (name: string, holder: string, kind: 'LIVE' | 'RESERVED') =>
    put({
      ...nameCardKey({ registrar: REGISTRAR, key: parseName(name).key ?? '' }),
      version: 1,
      holdings: { F52: { kind, holder } },
    });
  const business = (uscc: string, applicationId: string) =>
    put({
      ...businessKey(uscc),
      schemaVersion: 1,
      uscc,
      status: 'REGISTERED',
      registrar: REGISTRAR,
      serial: 1,
      face: {
        uscc,
        name: '示例',
        type: '个体工商户',
        head: '某人',
        address: '示例',
        scope: '示例',
        registrar: '示例',
        capitalFen: null,
        established: '2026-11-23',
      },
      applicationId,
      attempt: 1,
    });

  it('finds a case by its id and its application’s, however they are typed', async () => {
    const { id, applicationId } = await aCase(REGISTRAR);
    for (const q of [id, applicationId, ` ${id.toLowerCase()} `])
      expect(await found(q)).toEqual([id]);
    expect(await found(id, ['440119'])).toEqual([]);
    expect(await found(caseIdOf({ applicationId: newId('ap'), attempt: 1 }))).toEqual([]);
    expect(await found(newId('ap'))).toEqual([]);
  });

  it('finds who has reserved a name, by the whole of it or its 字号, in few requests', async () => {
    const name = freshName();
    const { id, applicationId } = await aCase(REGISTRAR);
    await card(name, applicationId, 'RESERVED');
    const sent = requestsOf(documents);
    expect(await found(name)).toEqual([id]);
    expect(sent.length).toBeLessThanOrEqual(5);
    expect(await found(parseName(name).tradeName ?? '')).toEqual([id]);
    expect(await found(name, ['440119'])).toEqual([]);
    expect(await found('没有这个名称')).toEqual([]);
  });

  it('finds the cases of a business by its code and its name', async () => {
    const name = freshName();
    const { id, applicationId } = await aCase(REGISTRAR);
    const uscc = usccOf({ class: '2', division: REGISTRAR, serial: 77 });
    await business(uscc, applicationId);
    await card(name, uscc, 'LIVE');
    for (const q of [uscc, uscc.toLowerCase(), name]) expect(await found(q)).toEqual([id]);
  });

  it('tells nobody by a code that what waits as a second reading is registered', async () => {
    const { application } = await approved();
    const sample: Case = {
      schemaVersion: 1,
      id: caseIdOf({ applicationId: application.id, attempt: 1 }),
      state: 'OPEN',
      version: 1,
      registrar: REGISTRAR,
      reason: 'TECHNICAL',
      openedAt: SENT_AT,
      openedBy: 'second reading',
      due: '2026-11-26T16:00:00.000Z',
      escalations: 0,
      sample: {},
    };
    const { Put } = caseWrite(tables.applications, sample);
    await documents.send(
      new PutCommand({ TableName: tables.applications, Item: Object(Put).Item }),
    );
    const uscc = usccOf({ class: '2', division: REGISTRAR, serial: 78 });
    await business(uscc, application.id);
    expect(await found(uscc)).toEqual([]);
    expect(await found(sample.id)).toEqual([sample.id]);
  });
});
