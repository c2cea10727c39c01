import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  byAgentToday,
} from '#test/builders/a-form-of-today.ts';
import { type Agent, anAgent } from '#test/journeys/agent.ts';
import { zhHans as words } from '#test/web/every-word.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { button, DESK, said, settled, signIn, signInAgain, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
let agent: Agent;
beforeAll(async () => {
  agent = await anAgent(visited.system);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});

const folder = mkdtempSync(join(tmpdir(), 'batch-'));
/** A file of the agent's, which may be chosen again as it is. */
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let files = 0;
/** One row each of what may become of a row, under references of its own. */
async function aFile(): Promise<string> {
  files += 1;
  const ref = (of: string) => `${of}-${files}`;
  const unsigned = { ...anIndividualBusinessOfToday(), ...byAgentToday('agent-qihang') };
  return [
    await agent.line(ref('GOOD'), anIndividualBusinessOfToday()),
    await agent.line(ref('FAULTY'), aCompanyOfToday({ capital: { fen: 1, currency: 'CNY' } })),
    JSON.stringify({ clientRowRef: ref('UNSIGNED'), form: unsigned }),
    JSON.stringify({ clientRowRef: ref('UNKNOWN'), form: { colour: 'red' } }),
  ].join('\n');
}
const oneRow = () => agent.line(`ROW-${randomUUID()}`, anIndividualBusinessOfToday());

const asAgent = async (
  act: (visitor: Visitor) => Promise<void>,
  account = 'agent-qihang',
): Promise<void> => {
  const visitor = await visited.visitor({ screen: DESK });
  await visitor.page.goto('/agents');
  await signIn(visitor.page, account);
  await act(visitor);
  await visitor.close();
};

const sendFile = async (page: Page, path: string) => {
  await page.getByLabel(words.agents.fileLabel).setInputFiles(path);
  await button(page, words.agents.send).click();
};
const send = (page: Page, name: string, text: string) => sendFile(page, fileOf(name, text));
/** The page of the batch that is new since then, and that there is no other beside it. */
async function isOfTheNewOne(page: Page, before: readonly string[]): Promise<void> {
  await page.waitForURL('**/agents/batches/*');
  const made = (await batchIds()).filter((id) => !before.includes(id));
  expect(made.map((id) => `${visited.system.baseUrl}/agents/batches/${id}`)).toEqual([page.url()]);
}
const batchIds = async (): Promise<readonly string[]> => {
  const { body } = await agent.api.get('/v1/batches?limit=500');
  return (body as { batches: { id: string }[] }).batches.map(({ id }) => id);
};
describe('an agent', { timeout: 90_000 }, () => {
  it('sends a file, watches it to its end, and reads what became of each row', () =>
    asAgent(async ({ page, violations, complaints }) => {
      await page.getByRole('link', { name: words.frame.agents }).click();
      await send(page, 'rows.ndjson', await aFile());
      await said(page, words.agentsBatch.state.CLOSED);
      await settled(page);
      expect(await violations()).toEqual([]);
      expect(complaints()).toEqual([]);

      await button(page, `1 ${words.agentsBatch.outcome.returned}`).click();
      await said(page, 'CP-01');
      expect(await page.getByText('UNKNOWN').count()).toBe(0);
      await button(page, `1 ${words.agentsBatch.outcome.invalid}`).click();
      await said(page, '/form/colour');
      await said(page, words.agentsBatch.said.UNKNOWN_MEMBER);
      await button(page, `1 ${words.agentsBatch.outcome.registered}`).click();
      await page.getByRole('link', { name: words.agentsBatch.licence }).click();
      await said(page, words.business.REGISTERED);
      await page.goBack();

      const downloading = page.waitForEvent('download');
      await button(page, words.agentsBatch.save).click();
      const file = readFileSync(await (await downloading).path(), 'utf8');
      expect(file.startsWith(`\uFEFF${words.agentsBatch.csv.row},`)).toBe(true);
      for (const told of ['GOOD', 'UNSIGNED', '/form/colour', 'CP-01'])
        expect({ told, isThere: file.includes(told) }).toEqual({ told, isThere: true });
    }));

  it('sees which signatures are missing, and gets links for them that open', () =>
    asAgent(async ({ page, context, violations }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await send(page, 'rows.ndjson', await aFile());
      await said(page, words.agentsBatch.link.NONE);
      await button(page, words.agentsBatch.chaseMake).click();
      await said(page, words.agentsBatch.chaseMade);
      await button(page, words.agentsBatch.copy).click();
      await said(page, words.agentsBatch.copied);
      expect(await violations()).toEqual([]);
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      const signer = await visited.visitor();
      await signer.page.goto(link);
      await said(signer.page, words.signing.whatTitle);
      await signer.close();
    }));

  it('opens the application of a row', () =>
    asAgent(async ({ page }) => {
      await send(page, 'rows.ndjson', await aFile());
      await button(page, `1 ${words.agentsBatch.outcome.returned}`).click();
      await page.getByRole('link', { name: words.agentsBatch.application }).click();
      await said(page, words.turn.RETURNED);
    }));

  it('loses the connection in the middle of the upload, and goes on with the same batch', () =>
    asAgent(async ({ page, context }) => {
      const before = await batchIds();
      const { s3 } = visited.system.endpoints;
      await context.route(`${s3}/**`, (route) => route.abort('connectionreset'), { times: 1 });
      await send(page, 'rows.ndjson', await oneRow());
      await said(page, words.failure.OFFLINE);
      await button(page, words.common.retry).click();
      await said(page, words.agentsBatch.state.CLOSED);
      await isOfTheNewOne(page, before);
    }));

  it('reloads after a lost upload, chooses the file again, and goes on with the same batch', () =>
    asAgent(async ({ page, context }) => {
      const before = await batchIds();
      const file = fileOf('again.ndjson', await oneRow());
      const { s3 } = visited.system.endpoints;
      await context.route(`${s3}/**`, (route) => route.abort('connectionreset'), { times: 1 });
      await sendFile(page, file);
      await said(page, words.failure.OFFLINE);
      await page.reload();
      await said(page, words.agents.keptTitle);
      await sendFile(page, file);
      await isOfTheNewOne(page, before);
    }));

  it('loses the answer to the submission, and finds the batch submitted once', () =>
    asAgent(async ({ page, context }) => {
      const before = await batchIds();
      await context.route(
        '**/submission',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await send(page, 'rows.ndjson', await oneRow());
      await said(page, words.failure.OFFLINE);
      await page.reload();
      await button(page, words.agents.keptGo).click();
      await said(page, words.agentsBatch.state.CLOSED);
      await isOfTheNewOne(page, before);
      await page.getByRole('link', { name: words.agentsBatch.back }).click();
      await page.getByRole('heading', { name: words.agents.listTitle }).waitFor();
      expect(await page.getByText(words.agents.keptTitle).count()).toBe(0);
    }));

  it('is told at once of a file that is none, and by line and column of one that cannot be read', () =>
    asAgent(async ({ page, violations }) => {
      await button(page, words.agents.send).click();
      await said(page, words.agents.wrong.none);
      await send(page, 'rows.xlsx', 'PK');
      await said(page, words.agents.wrong.excel);
      await send(page, 'rows.csv', '');
      await said(page, words.agents.wrong.empty);
      expect(await violations()).toEqual([]);
      await send(page, 'rows.csv', 'clientRowRef,颜色\nR-1,红\n');
      await said(page, words.agentsBatch.state.REJECTED);
      await said(page, words.agentsBatch.fault.HEADER_UNKNOWN);
      await said(page, '第 1 行，第 2 列');
      expect(await violations()).toEqual([]);
    }));

  it('is told that the session is over, and signs in again', () =>
    asAgent(async ({ page }) => {
      await page.clock.install();
      await page.clock.fastForward('02:00:00');
      await send(page, 'rows.ndjson', await oneRow());
      await said(page, words.failure.SIGNED_OUT);
      await signInAgain(page);
      await said(page, words.agents.keptTitle);
    }));

  it('sees no other agent’s batch', async () => {
    const { id } = await agent.send(await oneRow());
    await asAgent(async ({ page }) => {
      await said(page, words.agents.listEmpty);
      await page.goto(`/agents/batches/${id}`);
      await said(page, '没有找到');
      await page.goto('/agents');
      await button(page, words.frame.signOut).click();
      await page.getByRole('heading', { level: 1, name: words.landing.title }).waitFor();
      expect(await page.evaluate('JSON.stringify({...sessionStorage})')).toBe('{}');
    }, 'agent-lanting');
  });
});
