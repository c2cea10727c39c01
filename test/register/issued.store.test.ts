import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { businessKey } from '#functions/register/business-key.ts';
import { issuedSince } from '#functions/register/issued.store.ts';
import { type Issued, type IssuedPlace, issuedAttributes } from '#functions/register/issued.ts';
import type { Involved, StopScope } from '#functions/register/stop.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';

const { documents, tables } = await aDatabase();
const since = issuedSince(documents, tables.register);
const AT = Date.parse('2026-11-24T01:00:00.000Z');
const at = (minute: number): string => new Date(AT + minute * 60_000).toISOString();

/** A business of 440115 or 440106, a minute after the one before. */
async function issue(serial: number, registrar: string, change: Partial<Involved> = {}) {
  const uscc = `CODE${registrar}${serial}`;
  const business = { uscc, registrar, serial, applicationId: newId('ap'), attempt: 1 };
  const involved = { registrar, agents: [], hosts: [], regions: [], ...change };
  await documents.send(
    new PutCommand({
      TableName: tables.register,
      Item: {
        ...businessKey(uscc),
        ...business,
        ...issuedAttributes(business, involved, at(serial)),
      },
    }),
  );
  return uscc;
}

const nansha: string[] = [];
const tianhe: string[] = [];
for (let serial = 0; serial < 40; serial++) {
  const agents = serial % 5 === 0 ? ['agent-1'] : [];
  nansha.push(await issue(serial, '440115', { agents, hosts: serial < 3 ? ['H-0001'] : [] }));
  if (serial < 6) tianhe.push(await issue(serial, '440106', { regions: ['43'] }));
}
const BOTH = ['440115', '440106'];

async function all(scope: StopScope, registrars: readonly string[], from: string, limit: number) {
  const pages: (readonly Issued[])[] = [];
  let place: IssuedPlace | undefined;
  do {
    const page = await since(scope, registrars, from, limit, place);
    expect(page.issued.length).toBeLessThanOrEqual(limit);
    pages.push(page.issued);
    place = page.next;
  } while (place && pages.length < 200);
  return pages.flat();
}
const codes = (issued: readonly Issued[]) => issued.map(({ uscc }) => uscc).toSorted();

describe('what was issued since a moment', () => {
  it.each([1, 7, 500])('is each business once, in pages of %i', async (limit) => {
    const found = codes(await all({ kind: 'ALL' }, BOTH, at(0), limit));
    expect(found).toEqual([...nansha, ...tianhe].toSorted());
  });

  it('is from that moment on', async () => {
    const found = await all({ kind: 'REGISTRAR', id: '440115' }, BOTH, at(30), 100);
    expect(codes(found)).toEqual(nansha.slice(30).toSorted());
    expect(found.find(({ issuedAt }) => issuedAt === at(30))).toBeDefined();
  });

  it.each<{ scope: StopScope; which: readonly string[] }>([
    { scope: { kind: 'AGENT', id: 'agent-1' }, which: nansha.filter((_, i) => i % 5 === 0) },
    { scope: { kind: 'HOST', id: 'H-0001' }, which: nansha.slice(0, 3) },
    { scope: { kind: 'REGION', id: '43' }, which: tianhe },
  ])('is, of $scope.kind $scope.id, what that had a part in', async ({ scope, which }) => {
    expect(codes(await all(scope, BOTH, at(0), 3))).toEqual(which.toSorted());
  });

  it('is of the registrars asked for only', async () => {
    expect(codes(await all({ kind: 'ALL' }, ['440106'], at(0), 10))).toEqual(tianhe.toSorted());
    expect(await all({ kind: 'REGISTRAR', id: '440115' }, ['440106'], at(0), 10)).toEqual([]);
  });

  it('is nothing behind a place that is none', async () => {
    const place = { registrar: '440199', shard: 0 };
    expect(await since({ kind: 'ALL' }, BOTH, at(0), 10, place)).toEqual({ issued: [] });
  });
});
