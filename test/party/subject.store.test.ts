import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#functions/party/list-entry.ts';
import { enter, knownAmong, leaveTraces, subjectKey } from '#functions/party/subject.store.ts';
import { readAll } from '#functions/runtime/read-all.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';

const { documents, tables } = await aDatabase();
const enters = enter(documents, tables.register);
const leave = leaveTraces(documents, tables.register);
const known = async (subject: string, period = 100) =>
  knownAmong(await readAll(documents, tables.register, [subjectKey(subject)]), period).get(subject);

let subjects = 0;
const aSubject = () => `subject-${++subjects}`;
const debt: ListEntry = {
  id: '2026-0001',
  list: 'DISHONEST',
  ground: 'DEBT',
  from: '2026-03-01',
  source: '广州市示例法院',
};

describe('a list', () => {
  it('has an entry for whoever was entered, and nobody else', async () => {
    const subject = aSubject();
    await enters(subject, debt);
    expect((await known(subject))?.entries).toEqual([debt]);
    expect(await known(aSubject())).toBeUndefined();
  });

  it('replaces the entry of the same number: so it is lifted', async () => {
    const subject = aSubject();
    await enters(subject, debt);
    await enters(subject, { ...debt, until: '2026-10-31' });
    await enters(subject, { ...debt, list: 'BARRED', ground: 'ANNULMENT' });
    const entries = (await known(subject))?.entries ?? [];
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual({ ...debt, until: '2026-10-31' });
  });

  it('takes no ground that it does not know', async () => {
    const subject = aSubject();
    await expect(enters(subject, { ...debt, ground: 'ANNULMENT' })).rejects.toThrow('ground');
    expect(await known(subject)).toBeUndefined();
  });
});

describe('traces', () => {
  it('count once however often they are left, and once for each who leaves them', async () => {
    const subject = aSubject();
    await leave([{ subject, lately: 'a', ever: 'a' }], 100);
    await leave([{ subject, lately: 'a', ever: 'a' }], 100);
    await leave([{ subject, lately: 'b' }], 100);
    expect(await known(subject)).toEqual({
      entries: [],
      lately: new Set(['a', 'b']),
      ever: new Set(['a']),
    });
  });

  it('are recent for this period and the next; what stays, stays', async () => {
    const subject = aSubject();
    await leave([{ subject, lately: 'a', ever: 'a' }], 100);
    expect((await known(subject, 101))?.lately).toEqual(new Set(['a']));
    const later = await known(subject, 102);
    expect([later?.lately, later?.ever]).toEqual([new Set(), new Set(['a'])]);
  });

  it('stand beside the entries of lists', async () => {
    const subject = aSubject();
    await leave([{ subject, lately: 'a' }], 100);
    await enters(subject, debt);
    await leave([{ subject, ever: 'b' }], 100);
    expect(await known(subject)).toEqual({
      entries: [debt],
      lately: new Set(['a']),
      ever: new Set(['b']),
    });
  });

  it('of one application are one request, and none is made for none', async () => {
    const requests = requestsOf(documents);
    await leave([], 100);
    await leave(
      [1, 2, 3, 4].map(() => ({ subject: aSubject(), lately: 'a' })),
      100,
    );
    expect(requests).toEqual(['TransactWriteItemsCommand']);
  });

  it('of many at once at one subject cost nobody anything', async () => {
    const subject = aSubject();
    const many = Array.from({ length: 12 }, (_, at) => `ap-${at}`);
    await Promise.all(many.map((lately) => leave([{ subject, lately }], 100)));
    expect((await known(subject))?.lately.size).toBeGreaterThan(6);
  });
});
