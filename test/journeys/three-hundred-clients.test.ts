import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import {
  anIndividualBusinessOfToday,
  byAgentToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { type Agent, anAgent, type ReadBatch } from './agent.ts';
import { type Answer, nextOf } from './api.ts';
import { aRunningSystem, eventually, type RunningSystem } from './running-system.ts';
import { aPerson, type Link, linksIn } from './signing.ts';

const CLIENTS = 300;
/** Every so many refuses. */
const REFUSING = 20;
const AT_ONCE = 6;
const LONG = { timeout: 240_000 };

const random = seeded(20_261_123);
const { person, tradeName } = inventionOf(random, today);

/** A client who founds a business alone, with the agent's mandate; every third has a liaison beside him. */
function aClient(at: number): ApplicationForm {
  const word = `${tradeName()}${at < 200 ? '' : '禾'}`;
  const withLiaison = at % 3 === 0;
  return anIndividualBusinessOfToday({
    name: `广州市南沙区${word}百货店`,
    people: { p1: person(), ...(withLiaison && { p2: person() }) },
    roles: { operator: 'p1', liaison: withLiaison ? 'p2' : 'p1' },
    ...byAgentToday('agent-qihang'),
  });
}
const forms = Array.from({ length: CLIENTS }, (_, at) => aClient(at));
const formOf = ({ row = 0 }: Link) => forms[row - 1] ?? {};

const Chase = z.object({
  rows: z.array(
    z.object({
      row: z.number(),
      missing: z.array(z.object({ roles: z.array(z.string()), link: z.string() })),
    }),
  ),
});

let system: RunningSystem;
let agent: Agent;
let batch: ReadBatch;
beforeAll(async () => {
  system = await aRunningSystem();
  agent = await anAgent(system);
  const rows = forms.map((form, at) => JSON.stringify({ clientRowRef: `client-${at + 1}`, form }));
  batch = await agent.send(`${rows.join('\n')}\n`);
}, LONG.timeout);
afterAll(() => system?.stop());

/** Every page of a list of the batch. */
async function pages(ask: (path: string) => Promise<Answer>, path: string): Promise<Answer[]> {
  const read: Answer[] = [];
  let next: string | undefined = path;
  while (next) {
    const answer: Answer = await ask(next);
    read.push(answer);
    next = nextOf(answer);
  }
  return read;
}
const chased = async () =>
  (await pages(agent.api.get, `/v1/batches/${batch.id}/signers?limit=100`)).flatMap(
    ({ body }) => Chase.parse(body).rows,
  );
const states = async () =>
  Map.groupBy((await agent.pages(batch.id, 500)).flat(), ({ state }) => state);

describe('three hundred clients of an agent', LONG, () => {
  it('sign in random order, some refuse, and each row registers with its own last signature', async () => {
    expect(batch).toMatchObject({ state: 'CLOSED', counts: { signing: CLIENTS, invalid: 0 } });
    expect((await chased()).length).toBe(CLIENTS);

    const made = await pages(agent.api.post, `/v1/batches/${batch.id}/signings?limit=100`);
    const links = made.flatMap(linksIn);
    expect(links).toHaveLength(CLIENTS + CLIENTS / 3);

    const refuses = ({ row = 0, person: key }: Link) => key === 'p1' && row % REFUSING === 0;
    const queue = random.shuffled(links).entries();
    const faults: unknown[] = [];
    let halfway: { waiting: number; registered: number } | undefined;
    const worker = async () => {
      for (const [at, link] of queue) {
        const client = aPerson(system, link);
        const answer = refuses(link)
          ? await client.refuse('DISAGREES')
          : await client.sign(formOf(link).people?.[link.person]);
        if (answer.status !== 200) faults.push([link.row, link.person, answer.body]);
        if (at === links.length / 2) {
          const by = await states();
          halfway = {
            waiting: (await chased()).length,
            registered: by.get('REGISTERED')?.length ?? 0,
          };
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(faults).toEqual([]);
    expect(halfway?.registered).toBeGreaterThan(CLIENTS / 4);
    expect(halfway?.waiting).toBeGreaterThan(CLIENTS / 4);

    const refused = CLIENTS / REFUSING;
    const settled = await eventually(states, (by) => !by.has('SUBMITTED'));
    expect([...settled].map(([state, rows]) => [state, rows.length]).sort()).toEqual([
      ['REGISTERED', CLIENTS - refused],
      ['SIGNING', refused],
    ]);
    const { counts, done } = await agent.read(batch.id);
    expect({ counts, done }).toMatchObject({
      counts: { registered: CLIENTS - refused, signing: refused, unfinished: 0, returned: 0 },
      done: CLIENTS,
    });
    const waiting = await chased();
    expect(waiting.map(({ row }) => row)).toEqual(
      Array.from({ length: refused }, (_, at) => (at + 1) * REFUSING),
    );
    expect(new Set(waiting.flatMap(({ missing }) => missing.map(({ link }) => link)))).toEqual(
      new Set(['REFUSED']),
    );
  });
});
