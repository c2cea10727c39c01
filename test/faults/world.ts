import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FUNCTIONS, type FunctionName } from '#functions/catalogue.ts';
import { ACCOUNT_ID, lambdaEnvironment, provideData, REGION, serve } from '#local/aws-services.ts';
import { mayShow } from '#local/database-faults.ts';
import { startDatabaseProxy } from '#local/database-proxy.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_ISSUER,
} from '#local/demo/identity-provider.ts';
import { deploymentOf } from '#local/deployment.ts';
import { startDatabase } from '#local/dynamodb.ts';
import { createKms } from '#local/kms.ts';
import { objectStore } from '#local/object-store.ts';
import { createS3 } from '#local/s3.ts';
import { createEngine, type Engine, type Invocation } from '#local/step-functions/engine.ts';
import { stepFunctionsHandler } from '#local/step-functions/server.ts';
import { StateError } from '#local/step-functions/state-error.ts';
import { synthesised } from '#local/synthesis.ts';
import { resolveTemplate } from '#local/template.ts';
import { arrowOf, machineOf } from './arrow.ts';
import { type FaultsToCome, faultsToCome } from './fault.ts';
import { faulty, type ServiceHandler } from './faulty-service.ts';
import { met } from './met-fault.ts';
import { tablesPast } from './tables-past-faults.ts';
import { virtualTime } from './virtual-time.ts';

/** How long a task may be given before it is taken for given up, however long its own limit. */
const LONGEST_MS = 1800_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Handler = (event: unknown) => Promise<unknown>;

/** A call at a door was lost on the way: the client does not know whether it acted. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/**
 * The deployed system in this process, for one history after the other: the real machines, engine and
 * handlers on a real database, with faults on every arrow between them and a clock that leaps.
 *
 * @param folder where its files are; a new one when absent, gone at the end
 */
export async function startWorld(folder?: string) {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'faults-'));
  mkdirSync(home, { recursive: true });
  const time = virtualTime();
  const said: string[] = [];
  const silent = { info: console.info, error: console.error };
  console.info = () => {};
  console.error = () => {};

  const synthesis = synthesised();
  const database = await startDatabase(join(home, 'database.sqlite'));
  const proxy = await startDatabaseProxy({ target: database.endpoint });
  const identity = await createIdentityProvider(join(home, 'identity.jwk'));
  const parameters = {
    OidcIssuer: 'https://issuer.example',
    TrustList: '[]',
    IdentityProvider: JSON.stringify({
      issuer: IDENTITY_ISSUER,
      audience: IDENTITY_AUDIENCE,
      jwks: identity.publicJwks,
    }),
    LicenceIssuer: IDENTITY_AUDIENCE,
    ProblemBase: 'https://problems.example',
  };
  const deployment = deploymentOf(
    resolveTemplate(await synthesis, { region: REGION, accountId: ACCOUNT_ID, parameters }),
  );

  let faults: FaultsToCome = faultsToCome([]);
  let before = async (_arrow: string): Promise<void> => {};
  let engine: Engine | undefined;
  let histories = 0;
  let file = '';

  const service = (name: string, handler: ServiceHandler) =>
    faulty(handler, (action) => {
      const fault = faults.next('service', `${name} ${action}`);
      if (fault) said.push(`${name} ${action}: ${fault}`);
      return fault;
    });
  const s3 = await serve(service('S3', await createS3(join(home, 's3'), deployment.buckets)));
  const plainS3 = await serve(await createS3(join(home, 's3'), deployment.buckets));
  const kms = await serve(service('KMS', createKms(join(home, 'kms'), deployment.keys)));
  const sfn = await serve(
    service('SFN', (request, response) => {
      const asked = engine;
      if (!asked) return response.writeHead(503).end();
      const handle = stepFunctionsHandler(asked);
      // a process that was killed meanwhile answers nobody
      const end = response.end.bind(response);
      response.end = (body: unknown) => {
        if (asked !== engine) request.socket.destroy();
        return asked === engine ? end(body) : response;
      };
      // a function that waits for a machine works no more than a state that waits for its task
      if (!String(request.headers['x-amz-target']).endsWith('StartSyncExecution'))
        return handle(request, response);
      return time.apart(
        new Promise<void>((ended) => {
          response.once('close', () => ended());
          response.once('finish', () => ended());
          handle(request, response);
        }),
      );
    }),
  );

  const { documents, tables, keys, close } = tablesPast(database.endpoint, deployment);
  await provideData(database.endpoint, deployment.tables, tables.register, []);

  Object.assign(
    process.env,
    lambdaEnvironment({
      dynamodb: proxy.endpoint,
      s3: s3.endpoint,
      kms: kms.endpoint,
      sfn: sfn.endpoint,
    }),
  );
  const handlers = new Map<string, Handler>();
  let instances = 0;
  /** A function's own module instance, loaded under its own environment, as Lambda does. */
  const load = async ({ arn, handler, environment }: (typeof deployment.functions)[number]) => {
    Object.assign(process.env, environment);
    const url = `${pathToFileURL(join(ROOT, handler)).href}?instance=${++instances}`;
    const loaded: { handler: Handler } = await import(/* @vite-ignore */ url);
    handlers.set(arn, loaded.handler);
    for (const name of Object.keys(environment)) delete process.env[name];
  };
  for (const it of deployment.functions) await load(it);

  const act = async (arn: string, event: unknown): Promise<Invocation> => {
    const handler = handlers.get(arn);
    if (!handler) throw new TypeError(`no function ${arn}`);
    try {
      const payload = await time.during(handler(JSON.parse(JSON.stringify(event))));
      return { payload: JSON.parse(JSON.stringify(payload ?? null)) };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { error: { errorType: name, errorMessage: message } };
    }
  };

  const open = (): Engine =>
    createEngine({
      machines: deployment.machines,
      databaseFile: file,
      timers: time,
      ports: {
        invoke: act,
        getObject: (bucket, key) =>
          time.during(objectStore(plainS3.endpoint).getObject(bucket, key)),
        putObject: (bucket, key, body) =>
          time.during(objectStore(plainS3.endpoint).putObject(bucket, key, body)),
        async around({ machine, state, deadline = time.now() + 10_000 }, call) {
          const arrow = `${machineOf(machine)} / ${state}`;
          await time.during(before(arrow));
          const fault = faults.next('call', arrow);
          if (fault) said.push(`${arrow}: ${fault}`);
          const fails = (crashed: boolean) =>
            new StateError(crashed ? 'Runtime.ExitError' : 'Lambda.ServiceException');
          const until = Math.min(deadline, time.now() + LONGEST_MS);
          return met(fault, { time, deadline: until, fails, restart }, call);
        },
        now: time.now,
        random: Math.random,
      },
    });

  function restart(): void {
    said.push('the machines are killed and started again');
    engine?.close();
    engine = open();
    engine.resume();
  }

  const arnOf = (name: FunctionName): string => {
    const { handler } = FUNCTIONS[name];
    const found = deployment.functions.find((it) => it.handler === handler);
    if (!found) throw new TypeError(`${name} is not deployed`);
    return found.arn;
  };

  proxy.inject((call) => {
    const fault = faults.next('database', arrowOf(call), (kind) => mayShow(kind, call));
    if (fault) said.push(`${arrowOf(call)}: ${fault}`);
    return fault;
  });

  return {
    time,
    documents,
    tables,
    keys,
    identity,
    deployment,
    meter: proxy.meter,
    engine: (): Engine => {
      if (!engine) throw new Error('no history has begun');
      return engine;
    },
    /** what happened in this history, one line each */
    said,
    say: (line: string) => said.push(line),
    restart,

    /**
     * Begins a history: real time, no executions unless they are kept, its own faults.
     * @param beforeTask is told of each task before it is called
     */
    begin(planned: FaultsToCome, beforeTask: typeof before): void {
      engine?.close();
      time.reset();
      proxy.reset();
      said.length = 0;
      faults = planned;
      before = beforeTask;
      if (histories > 0) rmSync(file, { force: true });
      file = join(home, `executions-${++histories}.sqlite`);
      engine = open();
      engine.resume();
    },

    /** Stops every Standard execution that runs, as a person may at the console. */
    stopWaiting(): void {
      for (const { arn, type } of deployment.machines) {
        if (type !== 'STANDARD' || !engine) continue;
        for (const { executionArn } of engine.listExecutions(arn, 'RUNNING'))
          engine.stopExecution(executionArn);
      }
    },

    /** Loads a function anew, in both lanes. */
    async coldStart(name: FunctionName): Promise<void> {
      const { handler } = FUNCTIONS[name];
      for (const it of deployment.functions.filter((fn) => fn.handler === handler)) await load(it);
    },

    /**
     * A client's call of a function at a door, or the clock's.
     * @throws {Lost} when the client gets no answer
     */
    async call(name: FunctionName, arrow: string, event: unknown): Promise<unknown> {
      const fault = faults.next('call', arrow);
      if (fault) said.push(`${arrow}: ${fault}`);
      const meeting = {
        time,
        deadline: time.now() + 30_000,
        fails: () => new Lost(arrow),
        restart,
      };
      const answer = await met(fault, meeting, () => act(arnOf(name), event));
      if ('error' in answer) {
        said.push(`${arrow}: ${answer.error.errorType}`);
        throw new Lost(arrow);
      }
      return answer.payload;
    },

    async stop() {
      engine?.close();
      close();
      await proxy.stop();
      await database.stop();
      for (const it of [s3, plainS3, kms, sfn]) it.stop();
      Object.assign(console, silent);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
