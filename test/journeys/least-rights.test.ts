import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { NO_ROWS } from '#functions/batch/batch.ts';
import { standingKey } from '#functions/party/agent-standing.store.ts';
import { promisesInForce } from '#functions/registrar/promises.ts';
import { attemptOfCase } from '#functions/shared/ids.ts';
import { ACCOUNT_ID, REGION } from '#local/aws-services.ts';
import { createGuard, type Guard } from '#local/guard.ts';
import { type Right, rightsOfFunctions } from '#local/policies.ts';
import { CREDENTIALS } from '#local/s3.ts';
import { sampleHosts } from '#local/sample/hosts.ts';
import { runSample, wantSample } from '#local/sample-run.ts';
import { synthesised } from '#local/synthesis.ts';
import { type System, startSystem } from '#local/system.ts';
import { resolveTemplate } from '#local/template.ts';
import { textOf } from '#test/api/caller.ts';
import { dataJourney } from '#test/api/data-journey.ts';
import { deskJourney } from '#test/api/desk-journey.ts';
import { personJourney } from '#test/api/person-journey.ts';
import { registrarJourney } from '#test/api/registrar-journey.ts';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  anIndividualBusinessOfToday,
  aTradeName,
  atHostToday,
  byAgentToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { clientJourney } from '../api/client-journey.ts';
import { aPerson } from './a-person.ts';
import { anAgent } from './agent.ts';
import { apiOf } from './api.ts';
import { anApplicant } from './applicant.ts';
import { aClient, mandateIdOf } from './client.ts';
import { everyHosting } from './hosting.ts';
import { anOfficial, caseOf } from './official.ts';
import { everyOversight } from './oversight.ts';
import { eventually } from './running-system.ts';
import { everySigning } from './signing.ts';
import { everyStop } from './stopping.ts';

const MINUTES = 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'least-rights-'));
let rights: ReadonlyMap<string, readonly Right[]>;
let guard: Guard;
let system: System;
let database: DynamoDBDocumentClient;

beforeAll(async () => {
  const nothing = [
    'OidcIssuer',
    'AgentSystem',
    'TrustList',
    'IdentityProvider',
    'SigningPage',
    'LicenceIssuer',
    'ProblemBase',
    'SignInClient',
    'SignInAuthorize',
    'SignInToken',
    'PagesDomain',
    'PagesCertificate',
  ];
  const parameters = Object.fromEntries(nothing.map((name) => [name, '']));
  const account = { region: REGION, accountId: ACCOUNT_ID, parameters };
  rights = rightsOfFunctions(resolveTemplate(await synthesised(), account));
  guard = createGuard(rights, 'AgentApiOnline');
  wantSample(dataDir);
  system = await startSystem({
    dataDir,
    port: 0,
    log: () => {},
    inFront(service, endpoint) {
      if (service === 'dynamodb') {
        const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
        database = DynamoDBDocumentClient.from(client);
      }
      return guard.inFront(service, endpoint);
    },
  });
}, 2 * MINUTES);
afterAll(async () => {
  await system?.stop();
  guard?.stop();
  database?.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

const tableOf = (variable: string): string | undefined =>
  system.deployment.functions.flatMap(({ environment }) => environment[variable] ?? [])[0];
const lose = (variable: string, pk: string, sk: string) =>
  database.send(new DeleteCommand({ TableName: tableOf(variable), Key: { pk, sk } }));

const stored = async (variable: string, pk: string, sk: string) =>
  (await database.send(new GetCommand({ TableName: tableOf(variable), Key: { pk, sk } }))).Item;

/** Changes a stored item past every function: what a long night, or another moment, would have done. */
async function change(
  variable: string,
  pk: string,
  sk: string,
  values: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(values);
  await database.send(
    new UpdateCommand({
      TableName: tableOf(variable),
      Key: { pk, sk },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        names.map((name) => [`:${name}`, values[name]]),
      ),
    }),
  );
}
const invoke = async (name: string, event: unknown = {}) => {
  const fn = system.deployment.functions.find((it) => it.name === name);
  return system.lambda.invoke(fn?.arn ?? '', event);
};

const idsOf = (listed: unknown): string[] =>
  z
    .object({ cases: z.array(z.object({ id: z.string() })) })
    .parse(listed)
    .cases.map(({ id }) => id);

const doubtful = (premises: Partial<ApplicationForm> = {}) =>
  aCompanyOfToday({ ...premises, name: `广州市南沙区${aTradeName()}中国百货有限公司` });
const LONG_AGO = '2020-01-01T00:00:00.000Z';

async function everyJourney(): Promise<void> {
  const { batchId } = await runSample(system, dataDir, () => {});
  const applicant = await anApplicant(system);
  const agent = await anAgent(system);
  const anybody = apiOf(system.baseUrl);
  const official = anOfficial(system.baseUrl, await system.token('official-nansha'));
  const referred = async (premises: Partial<ApplicationForm> = {}) => {
    const { id } = await applicant.oneClick(doubtful(premises));
    const { case: its } = await eventually(
      () => applicant.read(id),
      (it) => it.case !== undefined,
    );
    return { id, caseId: its?.id ?? '', version: (await applicant.read(id)).version };
  };
  const becomes = (id: string, state: string) =>
    eventually(
      () => applicant.read(id),
      (it) => it.state === state,
    );

  // second readings of what the machine registered: of two, an official would not have
  await invoke('SweepDecisionsBatch');
  const isSample = async (id: string) => {
    const { applicationId } = attemptOfCase(id);
    const pk = `APP#${applicationId}`;
    return (await stored('APPLICATIONS_TABLE', pk, 'ATTEMPT#0001#SAMPLE')) !== undefined;
  };
  const samples: string[] = [];
  for (const id of idsOf((await official.api.get('/v1/cases?limit=500')).body))
    if (samples.length < 2 && (await isSample(id))) samples.push(id);
  expect(samples).toHaveLength(2);
  for (const [nth, id] of samples.entries())
    await official.settle(id, nth === 0 ? 'RETURN' : 'REFUSE', '理由');

  // applicants
  const lawful = aCompanyOfToday();
  for (const form of [lawful, aCompanyOfToday(atHostToday('H-0001'))])
    await applicant.api.post('/v1/applications/pre-check', { form });
  const draft = await applicant.draft(lawful);
  const asked = { form: lawful, application: draft.id };
  await applicant.api.post('/v1/applications/pre-check', asked);
  await applicant.submit(draft, await signatures(lawful, system.identity));
  await applicant.oneClick(await aCompanyOfTodayWithHunan(system.hunan));
  const { premises: _, ...incomplete } = aCompanyOfToday();
  const returned = await applicant.oneClick(incomplete);
  await applicant.correct(returned, aCompanyOfToday());
  // corrections under another name: what the attempt before held is given back, what it never had is not
  const inDollars = { ...atHostToday('H-0001'), capital: { fen: 1, currency: 'USD' } };
  for (const before of [inDollars, { name: lawful.name }]) {
    const mended = aCompanyOfToday();
    const next = await applicant.correct(await applicant.oneClick(aCompanyOfToday(before)), mended);
    await applicant.submit(next, await signatures(mended, system.identity));
  }
  const loser = await applicant.oneClick(aCompanyOfToday({ name: lawful.name ?? '' }));
  await applicant.withdraw(loser);
  const withdrawn = await referred(atHostToday('H-0001'));
  await applicant.withdraw(withdrawn);
  await applicant.api.get('/v1/applications');
  for (const { id } of sampleHosts(today)) {
    await applicant.oneClick(anIndividualBusinessOfToday(atHostToday(id)));
  }

  await everySigning(system);
  await everyHosting(system);

  // persons: what names them, and “not me” of a draft, of what the machine has, of a business
  await personJourney(system);
  const onTheWay = await applicant.oneClick(incomplete);
  await change('APPLICATIONS_TABLE', `APP#${onTheWay.id}`, 'HEAD', { state: 'SUBMITTED' });
  await aPerson(system, incomplete.people?.p2).deny(onTheWay.id);

  // clients: two agents for one business, a mandate ended before an official, one of a contested name
  await clientJourney(system);
  await agent.api.get('/v1/agents/me/practice-record');
  const yunfan = await anApplicant(system, 'agent-yunfan');
  const mandated = byAgentToday('agent-yunfan');
  const endedBy = aClient(system, lawful);
  const { people } = lawful;
  const before = await yunfan.oneClick({ ...doubtful(), ...mandated, people });
  await eventually(
    () => stored('APPLICATIONS_TABLE', `APP#${before.id}`, 'ATTEMPT#0001#CASE'),
    (it) => it?.taskToken !== undefined,
  );
  await endedBy.end(mandateIdOf(before.id));
  const contested = aCompanyOfToday({ name: lawful.name ?? '', ...mandated, people });
  await endedBy.end(mandateIdOf((await yunfan.oneClick(contested)).id));
  const onceMore = await yunfan.oneClick({ ...incomplete, ...mandated });
  await change('APPLICATIONS_TABLE', `APP#${onceMore.id}`, 'HEAD', { state: 'SUBMITTED' });
  await lose('APPLICATIONS_TABLE', `APP#${onceMore.id}`, 'ATTEMPT#0001#DECISION#1');
  const { pk, sk: hour } = standingKey('agent-yunfan', Date.now());
  await lose('BATCHES_TABLE', pk, hour);
  await invoke('AutoReviewBatch', { applicationId: onceMore.id, attempt: 1, round: 1 });

  // officials
  await official.api.get('/v1/cases');
  await official.api.post('/v1/cases/next', {});
  let placeLost = false;
  for (const outcome of ['REGISTER', 'RETURN', 'REFUSE', 'REFUSE'] as const) {
    const { id, caseId } = await referred(atHostToday('H-0001'));
    if (outcome === 'REFUSE' && !placeLost) placeLost = true;
    else if (outcome === 'REFUSE') await lose('REGISTER_TABLE', 'HOST#H-0001', `TENANT#${id}`);
    await official.settle(caseId, outcome, '理由');
    const state = { REGISTER: 'REGISTERED', RETURN: 'RETURNED', REFUSE: 'REFUSED' }[outcome];
    await becomes(id, state);
  }

  await everyOversight(system);
  await deskJourney(system);
  await registrarJourney(system);

  // the public
  const { licence } = await applicant.oneClick(aCompanyOfToday());
  const { body: read } = await anybody.get(`/v1/register/${licence?.uscc}`);
  const { name } = z.object({ name: z.string() }).parse(read);
  await anybody.get(`/v1/register?name=${encodeURIComponent(name)}`);
  await anybody.post('/v1/licences/verification', { licence: licence?.licence });
  await anybody.get('/.well-known/jwks.json');

  // who answers for a decision: of a row, whose agent's standing was asked for
  const supervisor = apiOf(system.baseUrl, await system.token('supervisor'));
  const { body } = await agent.api.get(`/v1/batches/${batchId}/rows?limit=500`);
  const Row = z.object({ applicationId: z.string(), state: z.string() });
  const { rows } = z.object({ rows: z.array(Row) }).parse(body);
  const row = rows.find(({ state }) => state === 'REGISTERED');
  await supervisor.get(`/v1/applications/${row?.applicationId}/defence-file`);

  // notices, and a check after the event
  const promised = await applicant.oneClick(
    aCompanyOfToday({
      premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
      promises: { address: true, version: promisesInForce(today)?.version },
    }),
  );
  const notices = `/v1/applications/${promised.id}/notices`;
  const { body: listed } = await applicant.api.get(notices);
  const number = textOf(listed, 'notices', 0, 'number');
  const notice = await applicant.api.get(`${notices}/${number}`);
  await anybody.post('/v1/notices/verification', { jws: textOf(notice.body, 'jws') });
  await applicant.api.get(`/v1/applications/${promised.id}/disclosures`);
  const check = `/v1/post-checks/${promised.licence?.uscc}`;
  await official.api.get('/v1/post-checks');
  await official.api.get(check);
  const inOrder = { result: 'IN_ORDER', found: '相符。' };
  await official.api.post(`${check}/results`, inOrder, { 'if-match': '"1"' });

  // what waits for its people: a reminder, and three ends, one that holds all, one without its name
  const waited = { unfinished: 'WAITING#0', unfinishedSince: LONG_AGO, updatedAt: LONG_AGO };
  const lapsing = [
    await applicant.oneClick(aCompanyOfToday(), { without: ['p2'] }),
    await applicant.oneClick(
      aCompanyOfToday({ ...atHostToday('H-0001'), capital: { fen: 1, currency: 'USD' } }),
    ),
    await applicant.oneClick(aCompanyOfToday({ name: lawful.name ?? '' })),
  ];
  for (const { id } of lapsing)
    await change('APPLICATIONS_TABLE', `APP#${id}`, 'HEAD', { ...waited, signingSince: LONG_AGO });
  for (const _ of ['reminded', 'lapsed']) await invoke('SweepWaitingBatch');
  for (const { id } of lapsing) await becomes(id, 'LAPSED');

  // rows that waited for signatures when the batch was closed, and have registered since
  await change('BATCHES_TABLE', `BATCH#${batchId}`, 'HEAD', { signing: 1 });
  const asClosed = { counts: { ...NO_ROWS, signing: 1 } };
  await change('BATCHES_TABLE', `BATCH#${batchId}#00001`, 'CHUNK', asClosed);
  await agent.api.get(`/v1/batches/${batchId}`);

  // agents, and a batch that is closed again because a line of its ledger is gone
  await agent.api.get('/v1/batches');
  await lose('BATCHES_TABLE', `BATCH#${batchId}#00001`, 'ROW#000001');
  await change('BATCHES_TABLE', `BATCH#${batchId}`, 'HEAD', { state: 'RUNNING' });
  await invoke('CloseBatchBatch', { batchId });

  // a machine that died: another one is started
  const dead = { state: 'RUNNING', underWay: 'SHARD#0', progressAt: LONG_AGO };
  await change('BATCHES_TABLE', `BATCH#${batchId}`, 'HEAD', dead);
  await invoke('SweepBatchesBatch');

  // a stop of issuance, and its end
  await everyStop(system);
  await dataJourney(system);
  await anybody.get('/v1/scope/bundles');

  // a file that never came: rejected, and the agent's turn given back
  const announced = await agent.create(10);
  await agent.submit(announced);
  await eventually(
    () => agent.read(announced.id),
    (it) => it.state === 'REJECTED',
  );

  // what the clock finds: a lost start, three failed starts, an overdue case, a lost waking
  for (const starts of [0, 3]) {
    const { id } = await applicant.oneClick(incomplete);
    const lost = { state: 'SUBMITTED', unfinished: 'SHARD#0', unfinishedSince: LONG_AGO, starts };
    await change('APPLICATIONS_TABLE', `APP#${id}`, 'HEAD', lost);
  }
  const { id, caseId } = await referred();
  const sk = 'ATTEMPT#0001#CASE';
  const task = { applicationId: id, attempt: 1 };
  await change('APPLICATIONS_TABLE', `APP#${id}`, sk, { due: LONG_AGO });
  await invoke('EscalateCaseOnline', task);
  const decided = caseOf(await official.decide(await official.hold(caseId), 'REGISTER', '理由'));
  await invoke('AwaitDecisionOnline', { ...task, taskToken: 'nobody-waits-by-this-token' });
  await official.undo(decided);
  const again = caseOf(await official.decide(await official.hold(caseId), 'REGISTER', '理由'));
  await invoke('ReopenCaseOnline', task);
  expect(again.state).toBe('DECIDED');
  const late = await referred();
  await official.settle(late.caseId, 'REGISTER', '理由');
  const { decision } = (await stored('APPLICATIONS_TABLE', `APP#${late.id}`, sk)) ?? {};
  await change('APPLICATIONS_TABLE', `APP#${late.id}`, sk, {
    decision: { ...decision, effectiveAt: LONG_AGO },
    unfinishedSince: LONG_AGO,
    taskToken: 'nobody-waits-by-this-token',
  });
  await invoke('SweepUnfinishedBatch');

  // the batch lane registers what another moved since it was reviewed: it looks at the register again
  const moved = await referred();
  await official.settle(moved.caseId, 'REGISTER', '理由');
  await invoke('RegisterBusinessBatch', { applicationId: moved.id, attempt: 1 });
  await eventually(
    async () => {
      await invoke('SweepDecisionsBatch');
      return Promise.all(samples.map(async (id) => caseOf(await official.read(id)).state));
    },
    (states) => states.every((state) => state === 'CLOSED'),
    MINUTES,
  );
  await anybody.get('/v1/statistics');
  await official.api.get('/v1/review-quality');
  await official.api.get(`/v1/rule-sets/${'0'.repeat(64)}/shadow`);
  await sleep(1000);
}

/** CDK’s own function puts releases into the bucket as a stack is deployed; here the system puts them itself. */
const OF_CDK = 'CustomCDKBucketDeployment';

describe('a function', () => {
  it('makes no call that its policy does not allow, and has no right that it never uses', {
    timeout: 8 * MINUTES,
  }, async () => {
    await everyJourney();
    expect(guard.refused).toEqual([]);
    const ours = [...rights].filter(([name]) => !name.startsWith(OF_CDK));
    const unused = ours.flatMap(([name, own]) =>
      own
        .filter((right) => !guard.used.get(name)?.has(right))
        .map(({ action, resources }) => `${name}: ${action} on ${resources.join()}`),
    );
    expect(unused).toEqual([]);
  });
});
