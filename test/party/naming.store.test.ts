import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { takeIn } from '#functions/intake/submit.ts';
import { namedIn } from '#functions/party/named.store.ts';
import { namings } from '#functions/party/naming.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { freshName } from '#test/builders/applications-in.ts';
import { anIntake } from '../intake/an-intake.ts';

const database = await aDatabase();
const { documents, tables } = database;
const intake = anIntake(database);

let drawn = 0;
const hashes = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `p${at}`,
      `hash-${String(++drawn).padStart(6, '0')}`,
    ]),
  );
const keysOf = async (person: string) => {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tables.register,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `PERSON#${person}` },
    }),
  );
  return Items.map(({ sk }) => sk);
};

describe('namings', () => {
  it('come into being with their application, in its own transaction', async () => {
    const client = database.newClient();
    const sent = intake.sending();
    const requests = requestsOf(client);
    await takeIn({ ...anIntake({ ...database, documents: client }).ports }, sent, false);
    expect(requests).toEqual(['TransactWriteItemsCommand']);
    const { persons = {} } = (await intake.read(sent.id)).sent;
    expect(Object.keys(persons)).toHaveLength(3);
    for (const person of Object.values(persons))
      expect(await keysOf(person)).toContain(`NAMED#${sent.id}`);
  });

  it('are one for a person who stands in the form under two keys', async () => {
    const p9 = { ...people.p1, name: '岑晓岚' };
    const form = aForm({
      name: freshName(),
      people: { ...people, p9 },
      beneficialOwners: { owners: [{ person: 'p9', share: 70 }] },
    });
    const sent = intake.sending({ form });
    await takeIn(intake.ports, sent, false);
    const { persons = {} } = (await intake.read(sent.id)).sent;
    expect(persons.p9).toBe(persons.p1);
    const found = await namedIn(
      documents,
      tables.register,
      tables.applications,
    )(persons.p1 ?? '', 50);
    expect(found.named.filter(({ application }) => application.id === sent.id)).toHaveLength(1);
  });

  it('of more people than a transaction takes are written beforehand', async () => {
    const id = newId('ap');
    const persons = hashes(120);
    const together = await namings(documents, tables.register)(id, persons);
    expect(together).toHaveLength(50);
    const found = await Promise.all(Object.values(persons).map(keysOf));
    expect(found.flat()).toHaveLength(70);
  });

  it('of an application that never came into being name nothing', async () => {
    const persons = hashes(60);
    await namings(documents, tables.register)(newId('ap'), persons);
    const last = Object.values(persons).at(-1) ?? '';
    expect(await keysOf(last)).toHaveLength(1);
    const found = await namedIn(documents, tables.register, tables.applications)(last, 10);
    expect(found).toEqual({ named: [] });
  });
});
