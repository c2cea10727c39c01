import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { POST_CHECK_ROUTES, PostCheckView } from '#functions/api/post-check.routes.ts';
import { postCheckUseCases } from '#functions/api/post-check.ts';
import type { Business } from '#functions/register/business.ts';
import { businessKey } from '#functions/register/business-key.ts';
import { inquiryStore } from '#functions/register/inquiry.store.ts';
import { postCheckStore } from '#functions/register/post-check.store.ts';
import { type DueCheck, queuedCheck } from '#functions/register/post-check.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anEvent, nextPage, read, type Sent } from './an-event.ts';

const { documents, tables } = await aDatabase();
const handle = httpHandler(
  POST_CHECK_ROUTES,
  postCheckUseCases({
    ...postCheckStore(documents, tables.register),
    now: () => Date.parse('2026-12-01T02:00:00.000Z'),
  }),
  'https://api.example/problems',
);

const inquiries = inquiryStore(documents, tables.register);

let serials = 0;
/** A business in the register, with a check before it. */
async function registered(division: string, postCheck?: DueCheck): Promise<Business> {
  const serial = serials++;
  const uscc = usccOf({ class: '2', division, serial });
  const business: Business = {
    schemaVersion: 1,
    uscc,
    status: 'REGISTERED',
    registrar: division,
    serial,
    face: {
      name: '广州市南沙区晨岚百货店',
      head: '岑晓岚',
      type: '个体工商户',
      capitalFen: null,
      address: '广州市南沙区望潮街12号305房',
      scope: '一般项目：日用百货销售',
      registrar: '广州市南沙区市场监督管理局',
      established: '2026-11-23',
      uscc,
    },
    applicationId: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
    attempt: 1,
    ...(postCheck && { postCheck }),
  };
  const Item = { ...businessKey(uscc), ...business, ...queuedCheck(business) };
  await documents.send(new PutCommand({ TableName: tables.register, Item }));
  return business;
}

const send = async (
  route: keyof typeof POST_CHECK_ROUTES,
  {
    uscc = '',
    version,
    registrars = '[440115]',
    ...sent
  }: Sent & {
    uscc?: string;
    version?: number;
    registrars?: string;
  } = {},
) =>
  read(
    await handle(
      anEvent(POST_CHECK_ROUTES[route], {
        claims: { sub: 'official-1', aud: 'official', registrars },
        parameters: { uscc },
        ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
        ...sent,
      }),
    ),
  );

const due = { class: 'MEDIUM', due: '2027-02-23' } as const;
const inOrder = { result: 'IN_ORDER', found: '实地核查相符。' };
const toCorrect = { result: 'CORRECTION', found: '门牌号有误。', correctBy: '2026-12-31' };

describe('the checks that are due', () => {
  it('are listed by day over all pages, those of one’s own registrar only', async () => {
    const days = ['2027-01-05', '2027-01-03', '2027-01-04', '2027-01-01', '2027-01-02'];
    const all = await Promise.all(days.map((day) => registered('440103', { ...due, due: day })));
    await registered('440103');
    const listed: { uscc: string; due: string }[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query) {
      const page = await send('listPostChecks', { query, registrars: '[440103]' });
      listed.push(...page.body.checks);
      query = nextPage(page);
    }
    expect(listed.map((it) => it.due)).toEqual(days.toSorted());
    expect(listed.map((it) => it.uscc).sort()).toEqual(all.map((it) => it.uscc).sort());
    const other = await send('listPostChecks', { query: { registrar: '440103' } });
    expect(other.status).toBe(404);
    const none = await send('listPostChecks', { registrars: '[440104]' });
    expect(none).toMatchObject({ status: 200, body: { checks: [] } });
  });

  it('begin nowhere but where a page ended', async () => {
    const answer = await send('listPostChecks', { query: { cursor: 'x' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '#query/cursor' }] } });
  });
});

describe('a business before a check', () => {
  it('is read with what was confirmed on its word', async () => {
    const { uscc } = await registered('440115', due);
    const { status, headers, body } = await send('readPostCheck', { uscc });
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"1"' });
    expect(PostCheckView.parse(body)).toMatchObject({ basis: 'CONFIRMED', due, checks: [] });
  });

  it('is nobody’s of another registrar, and none for a code that is none', async () => {
    const { uscc } = await registered('440106', due);
    for (const code of [uscc, 'x', usccOf({ class: '1', division: '440115', serial: 999_999 })])
      expect((await send('readPostCheck', { uscc: code })).status).toBe(404);
    const recorded = await send('recordPostCheck', { uscc, version: 1, body: inOrder });
    expect(recorded.status).toBe(404);
    expect((await send('readPostCheck', { uscc, registrars: '[440106]' })).body.checks).toEqual([]);
  });
});

describe('the result of a check', () => {
  it('that all is in order ends it, and the business stands in no list', async () => {
    const { uscc } = await registered('440112', due);
    const registrars = '[440112]';
    const { status, headers, body } = await send('recordPostCheck', {
      uscc,
      version: 1,
      body: inOrder,
      registrars,
    });
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"2"' });
    expect(body).toMatchObject({ checks: [{ number: 1, ...due, finding: inOrder }] });
    expect(body.due).toBeUndefined();
    expect((await send('listPostChecks', { registrars })).body.checks).toEqual([]);
    const again = await send('recordPostCheck', { uscc, version: 2, body: inOrder, registrars });
    expect(again.status).toBe(409);
  });

  it('that orders a correction is looked at again at the end of its term', async () => {
    const { uscc } = await registered('440113', due);
    const registrars = '[440113]';
    const ordered = await send('recordPostCheck', {
      uscc,
      version: 1,
      body: toCorrect,
      registrars,
    });
    expect(ordered.body.due).toEqual({ class: 'MEDIUM', due: '2026-12-31' });
    const { checks } = (await send('listPostChecks', { registrars })).body;
    expect(checks).toEqual([{ uscc, class: 'MEDIUM', due: '2026-12-31' }]);
    const { body } = await send('recordPostCheck', { uscc, version: 2, body: inOrder, registrars });
    expect(body.checks.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(body.due).toBeUndefined();
  });

  it('that there is ground for annulment opens an inquiry, which decides', async () => {
    const { uscc, applicationId } = await registered('440105', due);
    const registrars = '[440105]';
    const ground = { result: 'ANNULMENT', found: '查无此地，系虚构地址。' };
    const { body } = await send('recordPostCheck', { uscc, version: 1, body: ground, registrars });
    const inquiry = `in_${applicationId.slice(3)}-901`;
    expect(body).toMatchObject({ checks: [{ finding: ground, inquiry }] });
    expect(body.due).toBeUndefined();
    expect(await inquiries.read(uscc, inquiry)).toMatchObject({
      state: 'FILED',
      check: 1,
      statement: ground.found,
      registrar: '440105',
    });
    const { inquiries: listed } = await inquiries.list('440105', 10);
    expect(listed.map(({ id }) => id)).toEqual([inquiry]);
  });

  it('is taken once of two officials who found something else', async () => {
    const { uscc } = await registered('440115', due);
    const answers = await Promise.all(
      [inOrder, toCorrect].map((body) => send('recordPostCheck', { uscc, version: 1, body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await send('readPostCheck', { uscc })).body.checks).toHaveLength(1);
  });

  it.each([
    ['a term that is over', 400, { ...toCorrect, correctBy: '2026-12-01' }],
    ['no words', 400, { result: 'IN_ORDER', found: '' }],
    ['a term without an order', 400, { ...inOrder, correctBy: '2026-12-31' }],
    ['a result that there is none of', 400, { result: 'REFUSED', found: '不予登记' }],
  ])('with %s is refused, and nothing is kept', async (_, status, body) => {
    const { uscc } = await registered('440115', due);
    expect((await send('recordPostCheck', { uscc, version: 1, body })).status).toBe(status);
    expect((await send('readPostCheck', { uscc })).body).toMatchObject({ due, checks: [] });
  });

  it('by a stale tag, or without one, is refused', async () => {
    const { uscc } = await registered('440115', due);
    expect((await send('recordPostCheck', { uscc, version: 2, body: inOrder })).status).toBe(412);
    expect((await send('recordPostCheck', { uscc, body: inOrder })).status).toBe(428);
  });
});
