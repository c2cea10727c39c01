import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { type Agent, anAgent } from './agent.ts';
import { type Api, apiOf, nextOf, problemOf } from './api.ts';
import { type Applicant, anApplicant } from './applicant.ts';
import { aRunningSystem, eventually, PATIENT, type RunningSystem } from './running-system.ts';
import { confirm, propose, type ReadStop, stop, stopOf } from './stopping.ts';

let system: RunningSystem;
let applicant: Applicant;
let agent: Agent;
let supervisors: readonly [Api, Api];
let officer: Api;
beforeAll(async () => {
  system = await aRunningSystem();
  const as = async (account: string) => apiOf(system.baseUrl, await system.token(account));
  applicant = await anApplicant(system);
  agent = await anAgent(system);
  supervisors = [await as('supervisor'), await as('supervisor-nansha')];
  officer = await as('official-nansha');
}, PATIENT.timeout);
afterAll(() => system?.stop());

const resume = async (inForce: ReadStop): Promise<void> => {
  const proposed = stopOf(await propose(supervisors[0], inForce));
  const alone = await confirm(supervisors[0], proposed);
  expect(problemOf(alone)).toMatchObject({ status: 409, slug: 'another-official-must' });
  expect(stopOf(await confirm(supervisors[1], proposed)).state).toBe('ENDED');
};

/** What a process knows of stops is five seconds old at most. */
const known = () => sleep(5_200);

/** The sweep, which the clock starts too; what it finds has to be a minute old. */
async function sweep() {
  const found = system.deployment.functions.find(({ name }) => name.includes('SweepUnfinished'));
  const outcome = await system.lambda.invoke(found?.arn ?? '', {});
  return 'payload' in outcome ? outcome.payload : outcome;
}

const issuedSince = async (reader: Api, id: string, since: string): Promise<string[]> => {
  const found: string[] = [];
  let path: string | undefined = `/v1/stops/${id}/issued?limit=50&since=${since}`;
  while (path) {
    const answer = await reader.get(path);
    const { issued } = z
      .object({ issued: z.array(z.object({ uscc: z.string() })) })
      .parse(answer.body);
    found.push(...issued.map(({ uscc }) => uscc));
    path = nextOf(answer);
  }
  return found;
};

/** Rows registered so far of an agent's last batch. */
async function registeredOf({ api, read }: Agent): Promise<number> {
  const { batches } = z
    .object({ batches: z.array(z.object({ id: z.string() })) })
    .parse((await api.get('/v1/batches?limit=1')).body);
  return batches[0] ? ((await read(batches[0].id)).counts.registered ?? 0) : 0;
}

let names = 0;
/** Of another registrar; each has a 字号 of its own, of which there are thousands. */
const inTianhe = () => {
  const word = [...(names++).toString(8).padStart(4, '0')].map(
    (it) => '晨岚澜珩翊瑾昀曦'[Number(it)],
  );
  const address = `广州市天河区体育西路${names}号201室`;
  const premises = { kind: 'OWN', address, proof: 'LEASE' };
  const name = `广州市天河区${word.join('')}百货店`;
  return anIndividualBusinessOfToday({ name, registrar: '440106', premises });
};
/** The sweep takes up what is a minute old. */
const AGED = { timeout: 180_000 };
/** More than are registered in the five seconds until a stop takes effect. */
const ROWS = 500;

describe('a stop of one registrar', AGED, () => {
  const begun = new Date().toISOString();
  let inForce: ReadStop;
  const before: string[] = [];
  const held: string[] = [];
  let heldSince = 0;

  it('follows licences that were issued', async () => {
    for (let count = 0; count < 4; count++) {
      const { state, licence } = await applicant.oneClick(anIndividualBusinessOfToday());
      expect(state).toBe('REGISTERED');
      before.push(licence?.uscc ?? '');
    }
    inForce = await stop(supervisors[0], { kind: 'REGISTRAR', id: '440115' });
    await known();
  });

  it('accepts what comes in, whose clock runs, and issues nothing', async () => {
    for (let count = 0; count < 2; count++) {
      const sent = await applicant.oneClick(anIndividualBusinessOfToday());
      expect(sent).toMatchObject({ status: 202, state: 'SUBMITTED', findings: [] });
      held.push(sent.id);
    }
    const lines = [1, 2, 3].map((n) => agent.line(`stopped-${n}`, anIndividualBusinessOfToday()));
    const batch = await agent.send((await Promise.all(lines)).join('\n'));
    expect(batch).toMatchObject({ state: 'CLOSED', rows: 3 });
    const rows = (await agent.pages(batch.id, 10)).flat();
    expect(rows.map(({ state }) => state)).toEqual(Array(3).fill('SUBMITTED'));
    heldSince = Date.now();
    held.push(...rows.map(({ applicationId = '' }) => applicationId));
    expect(batch.counts.registered).toBe(0);
  });

  it('tells faults as ever, and lets the other registrars go on', async () => {
    const faulty = await applicant.oneClick(
      anIndividualBusinessOfToday({ premises: { kind: 'OWN' } }),
    );
    expect(faulty.state).toBe('RETURNED');
    expect(await applicant.oneClick(inTianhe())).toMatchObject({ state: 'REGISTERED' });
  });

  it('is not for an officer to make or to end', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const made = await officer.post('/v1/stops', { scope: { kind: 'ALL' }, reason: '核查' }, key);
    expect(problemOf(made)).toMatchObject({ status: 403, slug: 'supervisor-only' });
    expect(problemOf(await propose(officer, inForce))).toMatchObject({
      status: 403,
      slug: 'supervisor-only',
    });
  });

  it('lists what was issued since a moment, for re-examination', async () => {
    const listed = await eventually(
      () => issuedSince(officer, inForce.id, begun),
      (found) => found.length >= before.length,
    );
    expect(listed.toSorted()).toEqual(before.toSorted());
    expect(await issuedSince(officer, inForce.id, new Date().toISOString())).toEqual([]);
  });

  it('leaves another’s running batch alone, until that agent is stopped in the middle of it', async () => {
    const other = await anAgent(system, 'agent-lanting');
    const lines = Array.from({ length: ROWS }, (_, n) => other.line(`running-${n}`, inTianhe()));
    const sending = other.send((await Promise.all(lines)).join('\n'));
    await eventually(
      () => registeredOf(other),
      (count) => count > 0,
    );
    const { id } = await stop(supervisors[0], { kind: 'AGENT', id: 'agent-lanting' });
    const batch = await sending;
    expect(batch).toMatchObject({ state: 'CLOSED', rows: ROWS });
    const rows = (await other.pages(batch.id, 500)).flat();
    const registered = rows.flatMap(({ uscc }) => uscc ?? []);
    const waiting = rows.filter(({ state }) => state === 'SUBMITTED');
    expect(rows.filter(({ uscc, state }) => !uscc && state !== 'SUBMITTED')).toEqual([]);
    expect(registered.length + waiting.length).toBe(ROWS);
    expect([registered.length, waiting.length]).not.toContain(0);
    expect(await applicant.oneClick(inTianhe())).toMatchObject({ state: 'REGISTERED' });
    const issued = await eventually(
      () => issuedSince(supervisors[0], id, begun),
      (found) => found.length >= registered.length,
    );
    expect(issued.toSorted()).toEqual(registered.toSorted());
  });

  it('ends by two supervisors, and each application is registered once', async () => {
    await sleep(heldSince + 61_000 - Date.now());
    expect(await sweep()).toMatchObject({ started: 0, referred: 0 });
    await resume(inForce);
    await known();
    expect(await sweep()).toMatchObject({ started: held.length, referred: 0 });
    const registered = await eventually(
      () => issuedSince(officer, inForce.id, begun),
      (found) => found.length >= before.length + held.length,
    );
    expect(new Set(registered).size).toBe(before.length + held.length);
    expect(registered).toHaveLength(before.length + held.length);
    for (const id of held.slice(0, 2))
      expect(await applicant.read(id)).toMatchObject({ state: 'REGISTERED', attempt: 1 });
  });
});
