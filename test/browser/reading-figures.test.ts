import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { weeksUntil } from '#functions/statistics/periods.ts';
import { tallyStore } from '#functions/statistics/tally.store.ts';
import { merged, NOTHING, tallyOf } from '#functions/statistics/tally.ts';
import { REGION } from '#local/aws-services.ts';
import { CREDENTIALS } from '#local/s3.ts';
import { countDecisions } from '#test/api/measure-journey.ts';
import { aCompanyOfToday, anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { anAgent } from '#test/journeys/agent.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { settled, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();

const visiting = async (act: (visitor: Visitor) => Promise<void>): Promise<void> => {
  const visitor = await visited.visitor();
  await visitor.page.goto('/statistics');
  await settled(visitor.page);
  await act(visitor);
  await visitor.close();
};

/** So many applications are decided now, by the machine, as an agent's file has them. */
async function decided(good: number, faulty: number): Promise<void> {
  const agent = await anAgent(visited.system);
  const lines = [
    ...Array.from({ length: good }, () => anIndividualBusinessOfToday()),
    ...Array.from({ length: faulty }, () =>
      aCompanyOfToday({ capital: { fen: 1, currency: 'CNY' } }),
    ),
  ].map((form, at) => agent.line(`R-${at}`, form));
  await agent.send((await Promise.all(lines)).join('\n'));
  await countDecisions(visited.system);
}

/** Puts a week's tally where the count puts it: so many of each bundle, every second returned. */
async function decidedIn(week: string, bundles: Readonly<Record<string, number>>): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: visited.system.endpoints.dynamodb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const environment = Object.assign(
    {},
    ...visited.system.deployment.functions.map((it) => it.environment),
  );
  const store = tallyStore(DynamoDBDocumentClient.from(client), environment.APPLICATIONS_TABLE);
  const [submittedAt, at] = ['2026-11-17T02:00:00.000Z', '2026-11-17T02:00:01.500Z'];
  const of = {
    registrar: '440115',
    lane: 'SINGLE',
    source: 'SELF',
    takenInAt: submittedAt,
  } as const;
  const tallies = Object.entries(bundles).flatMap(([bundle, count]) =>
    Array.from({ length: count }, (_, nth) => {
      const verdict = nth % 2 === 0 ? 'APPROVE' : 'RETURN';
      return tallyOf({ ...of, bundle, submittedAt, verdict }, at);
    }),
  );
  const tally = tallies.reduce(merged, NOTHING);
  await store.keep({ week, level: 'WEEK', name: week }, of.registrar, tally, at);
  client.destroy();
}

describe('anybody', { timeout: 90_000 }, () => {
  it('is told that too few were decided to be told', () =>
    visiting(async ({ page, violations }) => {
      await page.getByText(words.statistics.few).waitFor();
      expect(await violations()).toEqual([]);
    }));

  it('reads shares and times of this week, and of the weeks before by bundle', async () => {
    await decided(9, 3);
    const [, last = ''] = weeksUntil(Date.now(), 2);
    await decidedIn(last, { B09: 20, NONE: 12, B01: 4 });
    await visiting(async ({ page, violations, complaints }) => {
      await page.getByText('系统审核了 12 件').waitFor();
      const shares = page.locator('.shares').first();
      await shares.getByText('75%').waitFor();
      await shares.getByText('25%').waitFor();
      await page.getByRole('rowheader', { name: '成批报送 · 系统审核' }).waitFor();
      expect(await violations()).toEqual([]);

      await page.getByLabel(words.statistics.week).selectOption({ index: 1 });
      await page.getByText('系统审核了 36 件').waitFor();
      await page.getByRole('rowheader', { name: '单件申请 · 系统审核' }).waitFor();
      // too few of one are told with the next
      for (const bundle of ['服饰鞋包', '直播电商·店播基础包 · 自选经营项目'])
        await page.getByRole('heading', { name: bundle, exact: true }).waitFor();
      expect(await violations()).toEqual([]);
      expect(complaints()).toEqual([]);
    });
  });
});
