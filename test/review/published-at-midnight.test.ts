import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { applicationStore } from '#functions/application/application.store.ts';
import { decisionsIn } from '#functions/application/decision.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { batchStore } from '#functions/batch/batch.store.ts';
import { rowLedger } from '#functions/batch/row-ledger.store.ts';
import { takingIn } from '#functions/batch/take-in.store.ts';
import { takeInChunk } from '#functions/batch/take-in-chunk.ts';
import { preCheck } from '#functions/intake/pre-check.ts';
import { nearNames, readCards } from '#functions/name/near-names.store.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import type { Content } from '#functions/published/edition.ts';
import { confirm, propose, switchingOff } from '#functions/published/publish.ts';
import { publishedData, publishedStore } from '#functions/published/published.store.ts';
import { autoReview } from '#functions/review/auto-review.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { type AttemptTask, BatchId } from '#functions/shared/ids.ts';
import { aBatch, aChunk } from '#test/batch/a-batch.ts';
import { aLine } from '#test/batch/sent-rows.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { aBundle, someFigures } from '#test/builders/an-edition.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';

const { documents, tables } = await aDatabase();
const { provider, signed } = await anIdentityProvider();

/** The clock of everybody here. */
let time = Date.parse('2026-11-22T02:00:00.000Z');
const now = () => time;
const MIDNIGHT = Date.parse('2026-11-23T16:00:00.000Z');

const store = publishedStore(documents, tables.register);
const publishing = { ...store, now, newId };
const publish = async (content: Content, from: string) => {
  const proposal = { content, from, reason: '会议纪要' };
  const proposed = await propose(publishing, new Set(), newId('ed'), proposal, 'supervisor-1');
  if ('faults' in proposed) throw new Error(JSON.stringify(proposed.faults));
  await confirm(publishing, new Set(), proposed.edition, 'supervisor-2');
  return proposed.edition.id;
};
const bundle = (version: string, core: readonly string[]): Content => ({
  kind: 'BUNDLE',
  bundle: aBundle({ version, core, types: ['INDIVIDUAL_BUSINESS'] }),
});

const applications = applicationStore(documents, tables.applications, newSalt);
const batches = batchStore(documents, tables.batches);
const takingRows = {
  ...batches,
  ...rowLedger(documents, tables.batches),
  ...holdPorts(documents, tables.register, tables.applications),
  takeIn: takingIn(documents, tables.batches, tables.register, applications),
  index: anIndex,
  newId,
};
const published = publishedData(documents, tables.register, now);
const review = autoReview({
  record: ({ applicationId, attempt }) => applications.read(applicationId, attempt),
  held: readHeldAndKnown(documents, tables.register),
  nearNames: nearNames(documents, tables.register),
  published,
  ...holdPorts(documents, tables.register, tables.applications),
  standing: async (agent) => ({ agent, standing: 'ACTIVE', at: '2026-11-23T02:00:00.000Z' }),
  identities: identitiesOf(provider),
  leave: leaveTraces(documents, tables.register),
  keep: keepDecision(documents, tables.applications, applications),
  now,
});

const aShop = (word: string) =>
  anIndividualBusiness({
    name: `广州市南沙区${word}百货店`,
    scope: { bundle: { id: 'B90' } },
    people: { p1: ofItsOwn(word).p1 },
    premises: { kind: 'OWN', address: `广州市南沙区${word}街12号305房`, proof: 'LEASE' },
  });

/** Takes in one file row by row; the clock says when each row comes into being. */
async function aFile(rows: readonly (readonly [word: string, at: number])[], agent: string) {
  const batchId = BatchId.parse(newId('ba'));
  await batches.create(aBatch({ id: batchId, agent, state: 'RUNNING', chunks: rows.length }));
  const tasks: AttemptTask[] = [];
  for (const [index, [word, at]] of rows.entries()) {
    time = at;
    const chunk = aChunk({ batchId, chunk: index + 1, firstRow: index + 1, rows: 1 });
    const form = aShop(word);
    const lines = [aLine(`r${index + 1}`, form, await signed(form))];
    const taken = await takeInChunk({ ...takingRows, lines: async () => lines, now })(chunk);
    tasks.push(...taken.applications);
  }
  return tasks;
}

const Facts = z.object({
  submittedOn: z.string(),
  decidedOn: z.string(),
  scope: z.object({
    bundle: z.object({ version: z.string() }),
    items: z.array(z.object({ wording: z.string() })),
  }),
  published: z.looseObject({}).optional(),
});

/** Reviews a row at a moment, and reads what the decision keeps. */
async function reviewed(task: AttemptTask | undefined, at: number) {
  if (!task) throw new TypeError('the row was not taken in');
  time = at;
  const { outcome } = await review({ ...task, round: 1 });
  const { parts } = await applications.read(task.applicationId);
  const [decision] = decisionsIn(parts);
  return {
    outcome,
    told: decision?.findings.map(({ rule, says, consequence }) => `${rule} ${says} ${consequence}`),
    facts: Facts.parse(decision?.facts),
  };
}

describe('dated data that changes at midnight in the middle of a batch', () => {
  it('counts for each row by the day of its own that counts', async () => {
    const first = await publish(bundle('v1', ['日用百货销售', '国内贸易代理']), '2026-11-23');
    time = Date.parse('2026-11-23T10:00:00.000Z');
    const second = await publish(bundle('v2', ['日用百货销售']), '2026-11-24');
    const limits = await publish(
      { kind: 'LIMITS', figures: someFigures({ ofOneHeadInOneFile: 1 }) },
      '2026-11-24',
    );
    const list = await publish(
      { kind: 'STOP_LIST', words: [{ word: '望舒', ground: 'PUBLIC_INTEREST' }] },
      '2026-11-24',
    );

    const [early, waiting, late] = await aFile(
      [
        ['望舒岚', MIDNIGHT - 2000],
        ['望舒泽', MIDNIGHT - 1],
        ['望舒庭', MIDNIGHT],
      ],
      'agent-at-midnight',
    );

    // sent and decided before midnight
    const before = await reviewed(early, MIDNIGHT - 1);
    expect(before).toMatchObject({ outcome: 'APPROVE', told: [] });
    expect(before.facts).toMatchObject({
      submittedOn: '2026-11-23',
      decidedOn: '2026-11-23',
      scope: { bundle: { version: 'v1' } },
      published: { editions: [first] },
    });
    expect(before.facts.scope.items).toHaveLength(2);

    // sent before, decided after: the bundle and the limits of its day, the stop list of the decision's
    const between = await reviewed(waiting, MIDNIGHT + 6000);
    expect(between).toMatchObject({ outcome: 'REFER', told: ['RC-04 ASKED REFER'] });
    expect(between.facts).toMatchObject({
      submittedOn: '2026-11-23',
      decidedOn: '2026-11-24',
      scope: { bundle: { version: 'v1' } },
      published: {
        editions: [first, list],
        stopWords: [{ pointer: '/name', word: '望舒', ground: 'PUBLIC_INTEREST' }],
      },
    });
    expect(between.facts.published).not.toHaveProperty('limits');

    // sent and decided after
    const after = await reviewed(late, MIDNIGHT + 7000);
    expect(after).toMatchObject({
      outcome: 'REFER',
      told: ['BA-05 IN_ONE_FILE REFER', 'RC-04 ASKED REFER'],
    });
    expect(after.facts).toMatchObject({
      submittedOn: '2026-11-24',
      scope: { bundle: { version: 'v2' }, items: [{ wording: '日用百货销售' }] },
      published: { editions: [limits, second, list], limits: { ofOneHeadInOneFile: 1 } },
    });
  });
});

describe('a rule that is switched off', () => {
  const off = switchingOff(publishing);

  it('sends to a person at once what it would let pass, in words of its own', async () => {
    const [task] = await aFile([['栖岚', MIDNIGHT + 10_000]], 'agent-switched-rule');
    await off('SC-03', '一致率低于目标', 'agreement');
    const { outcome, told, facts } = await reviewed(task, MIDNIGHT + 16_000);
    expect(outcome).toBe('REFER');
    expect(told).toContain('SC-03 SWITCHED_OFF REFER');
    expect(facts.published).toMatchObject({ switchedOff: ['SC-03'] });
    const finding = { rule: 'SC-03', version: 1, pointer: '', says: 'SWITCHED_OFF' };
    const words = renderFinding({ ...finding, consequence: 'REFER' }, 'en');
    expect(words.fault).toContain('switched off');
    expect(words.requires).not.toContain('no longer in the rule set');
  });

  it('is seen by the pre-check too', async () => {
    time = MIDNIGHT + 30_000;
    const { verdict, findings } = await preCheck(
      {
        held: readHeldAndKnown(documents, tables.register),
        index: anIndex,
        nearNames: nearNames(documents, tables.register),
        published,
        cards: readCards(documents, tables.register),
        placeFree: async () => true,
        now,
      },
      aShop('拾禾'),
    );
    expect(verdict).toBe('REFER');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'SC-03', says: 'SWITCHED_OFF', consequence: 'REFER' }),
    );
  });
});

it('a lane that is switched off sends each of its applications to a person', async () => {
  time = MIDNIGHT + 40_000;
  const content = { kind: 'SWITCHES', of: { lane: 'BATCH' }, on: false } as const;
  await propose(publishing, new Set(), newId('ed'), { content, reason: 'x' }, 'supervisor-1');
  const [task] = await aFile([['云舟', MIDNIGHT + 50_000]], 'agent-switched-lane');
  const { outcome, told, facts } = await reviewed(task, MIDNIGHT + 60_000);
  expect(outcome).toBe('REFER');
  expect(told).toContain('RC-05 BATCH REFER');
  expect(facts.published).toMatchObject({ laneOff: 'BATCH' });
});
