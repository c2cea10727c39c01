import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { PRE_CHECK_ROUTES } from '#functions/api/pre-check.routes.ts';
import { preCheckUseCases } from '#functions/api/pre-check.ts';
import { ownerOf } from '#functions/application/owner.store.ts';
import { placeStore } from '#functions/cluster/place.store.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent, hold } = applicationsIn(database);
const handle = httpHandler(
  PRE_CHECK_ROUTES,
  preCheckUseCases({
    held: readHeldAndKnown(documents, tables.register),
    index: anIndex,
    nearNames: nearNames(documents, tables.register),
    published: async () => [],
    cards: readCards(documents, tables.register),
    placeFree: placeStore(documents, tables.register).isFree,
    ownerOf: ownerOf(documents, tables.applications),
    now: () => Date.parse(SENT_AT),
  }),
  'https://api.example/problems',
);
const checked = async (form: object, language = 'zh-Hans', application?: string) =>
  read(
    await handle(
      anEvent(PRE_CHECK_ROUTES.preCheck, {
        claims: { sub: 'applicant-1', aud: 'applicant' },
        headers: { 'accept-language': language },
        body: { form, ...(application && { application }) },
      }),
    ),
  );
const items = async (table: string): Promise<number> =>
  (await documents.send(new ScanCommand({ TableName: table, ConsistentRead: true }))).Count ?? 0;

it('tells every finding with its text, and saves nothing', async () => {
  const form = anIndividualBusiness({ name: undefined });
  const wrong = { ...form, ...atHost, type: 'CIRCUS', scope: {} };
  const { status, body } = await checked(wrong, 'en');
  expect(status).toBe(200);
  expect(body.verdict).toBe('RETURN');
  expect(body.findings.length).toBeGreaterThan(1);
  for (const { fault, mend } of body.findings) expect(fault && mend).toMatch(/^[A-Z]/);
  expect(body.documentHash).toMatch(/^[0-9a-f]{64}$/);
  const tablesAfter = await Promise.all(Object.values(tables).map(items));
  expect(tablesAfter.reduce((sum, count) => sum + count)).toBe(0);
});

it.each([
  ['at once by the machine', {}, { lane: 'MACHINE' }],
  ['at once, to be mended', { scope: {} }, { lane: 'RETURNED' }],
  // noon of a Monday, and three working days
  [
    'by a person within the statutory clock',
    { name: '广州市南沙区中国听荷百货店' },
    { lane: 'PERSON', due: '2026-11-26T16:00:00.000Z' },
  ],
])('tells that it would be decided %s', async (_, change, course) => {
  const { body } = await checked({ ...anIndividualBusiness(), ...change });
  expect(body.course).toEqual(course);
});

it('knows what the application holds that the form is to correct, where it is one’s own', async () => {
  const form = anIndividualBusiness();
  const own = await sent({ form, owner: 'applicant-1' });
  await hold(own);
  expect((await checked(form)).body.verdict).toBe('RETURN');
  expect((await checked(form, 'en', own.application.id)).body).toMatchObject({
    verdict: 'APPROVE',
    findings: [],
  });
  const another = await sent({ form, owner: 'applicant-2' });
  expect((await checked(form, 'en', another.application.id)).status).toBe(404);
});
