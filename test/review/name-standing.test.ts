import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { holdPorts, readHoldings } from '#functions/application/holdings.store.ts';
import { reservedUntil } from '#functions/application/holds.ts';
import { cardWrite, nameStore } from '#functions/name/name.store.ts';
import { occupy } from '#functions/name/name-card.ts';
import { nameStanding } from '#functions/review/name-standing.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent } = applicationsIn(database);
const ports = holdPorts(documents, tables.register, tables.applications);
const names = nameStore(documents, tables.register);

const PARENT = '91440115MAX000023X';
const PLAIN = { items: ['日用百货销售'] };
const APPROVAL_FIRST = { items: ['危险化学品经营'] };

let words = 0;
const aName = () => ({ registrar: '440115', key: `字号${++words}`, industry: 'F52' });
const cardOf = async (name: ReturnType<typeof aName>) =>
  (await readHoldings(documents, tables.register)(newId('ap'), { name })).card;

type Change = Partial<Parameters<typeof nameStanding>[3]> & { linked?: readonly string[] };
async function standing(name: ReturnType<typeof aName>, id: string, change: Change = {}) {
  const { linked, ...asked } = change;
  const card = await cardOf(name);
  return nameStanding(
    ports,
    { ...name, ...(linked && { linked }) },
    { ...(card && { card }) },
    {
      application: { id, createdAt: SENT_AT },
      scope: PLAIN,
      submittedAt: SENT_AT,
      now: SENT_AT,
      mayHold: true,
      ...asked,
    },
  );
}
const idOf = async () => (await sent({})).application.id;

describe('the name in a review', () => {
  it('is reserved for two months where that was missed', async () => {
    const [name, id] = [aName(), await idOf()];
    expect(await standing(name, id)).toEqual({
      nameConflicts: [],
      nameReservedUntil: '2027-01-23',
    });
    expect((await cardOf(name))?.holdings.F52).toMatchObject({ holder: id });
  });

  it('costs no request where it is reserved', async () => {
    const [name, id] = [aName(), await idOf()];
    await standing(name, id);
    const card = await cardOf(name);
    const requests = requestsOf(documents);
    await nameStanding(
      ports,
      name,
      { ...(card && { card }) },
      {
        application: { id, createdAt: SENT_AT },
        scope: PLAIN,
        submittedAt: SENT_AT,
        now: SENT_AT,
        mayHold: true,
      },
    );
    expect(requests).toEqual([]);
  });

  it('is reserved anew where the reservation has lapsed and nobody else has it', async () => {
    const [name, id] = [aName(), await idOf()];
    await names.reserve(name, id, '2026-09-01T04:00:00.000Z', SENT_AT);
    expect(await standing(name, id)).toEqual({
      nameConflicts: [],
      nameReservedUntil: '2027-01-23',
    });
  });

  it('is told as lapsed where it may not be held again', async () => {
    const [name, id] = [aName(), await idOf()];
    await names.reserve(name, id, '2026-09-01T04:00:00.000Z', '2026-11-01T16:00:00.000Z');
    expect(await standing(name, id, { mayHold: false })).toEqual({
      nameConflicts: [],
      nameReservedUntil: '2026-11-01',
    });
  });

  it('is reserved for a year from the beginning where an approval must come first', async () => {
    const [name, id] = [aName(), await idOf()];
    await standing(name, id);
    const year = { nameConflicts: [], nameReservedUntil: '2027-11-23' };
    expect(await standing(name, id, { scope: APPROVAL_FIRST })).toEqual(year);
    const requests = requestsOf(documents);
    expect(await standing(name, id, { scope: APPROVAL_FIRST })).toEqual(year);
    expect(requests.filter((it) => !/Get/.test(it))).toEqual([]);
    const now = '2027-02-01T04:00:00.000Z';
    expect(await standing(name, id, { scope: APPROVAL_FIRST, now })).toEqual(year);
    expect((await cardOf(name))?.holdings.F52?.until).toBe(reservedUntil(SENT_AT, 'approvalFirst'));
    expect(await standing(name, id, { now })).toEqual(year);
  });

  it('of a company that holds shares is shared with it, and told', async () => {
    const [name, id] = [aName(), await idOf()];
    const live = occupy(undefined, {
      industry: 'F52',
      applicationId: '',
      uscc: PARENT,
      now: SENT_AT,
    });
    const card = 'card' in live ? live.card : { version: 1, holdings: {} };
    await documents.send(new PutCommand(cardWrite(tables.register, name, card, undefined).Put));
    const nameConflicts = [{ industry: 'F52', kind: 'LIVE', holder: PARENT }];

    expect(await standing(name, id)).toEqual({ nameConflicts });
    expect(Object.keys((await cardOf(name))?.holdings ?? {})).toEqual(['F52']);

    const linked = { linked: [PARENT] };
    expect(await standing(name, id, linked)).toEqual({
      nameConflicts,
      nameReservedUntil: '2027-01-23',
    });
    expect((await cardOf(name))?.holdings).toMatchObject({
      F52: { holder: PARENT },
      [`F52/${id}`]: { holder: id },
    });
    expect(await standing(name, await idOf(), linked)).toMatchObject({
      nameConflicts: [...nameConflicts, { kind: 'RESERVED' }],
    });
  });

  it('is nothing where none was asked for', async () => {
    const asked = {
      application: { id: newId('ap'), createdAt: SENT_AT },
      scope: PLAIN,
      submittedAt: SENT_AT,
      now: SENT_AT,
      mayHold: true,
    };
    expect(await nameStanding(ports, undefined, {}, asked)).toEqual({ nameConflicts: [] });
  });
});
