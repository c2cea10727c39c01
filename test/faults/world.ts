import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName, type Table } from '#functions/catalogue.ts';
import { ACCOUNT_ID, lambdaEnvironment, provideData, REGION, serve } from '#local/aws-services.ts';
import { mayShow } from '#local/database-faults.ts';
import { type DatabaseCall, startDatabaseProxy } from '#local/database-proxy.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_ISSUER,
} from '#local/demo/identity-provider.ts';
import { deploymentOf } from '#local/deployment.ts';
import { startDatabase } from '#local/dynamodb.ts';
import { createKms } from '#local/kms.ts';
import { objectStore } from '#local/object-store.ts';
import { CREDENTIALS, createS3 } from '#local/s3.ts';
import { createEngine, type Engine, type Invocation } from '#local/step-functions/engine.ts';
import { stepFunctionsHandler } from '#local/step-functions/server.ts';
import { StateError } from '#local/step-functions/state-error.ts';
import { synthesised } from '#local/synthesis.ts';
import { resolveTemplate } from '#local/template.ts';
import { type CallFault, type FaultsToCome, faultsToCome, type ServiceFault } from './fault.ts';
import { virtualTime } from './virtual-time.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Handler = (event: unknown) => Promise<unknown>;
type ServiceHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

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
  let engine: Engine | undefined;
  let histories = 0;
  let file = join(home, 'executions.sqlite');

  const service =
    (name: string, handler: ServiceHandler): ServiceHandler =>
    (request, response) => {
      const target = String(request.headers['x-amz-target'] ?? request.method).replace(/^.*\./, '');
      const fault = faults.next('service', `${name} ${target}`);
      if (fault === undefined) return handler(request, response);
      said.push(`${name} ${target}: ${fault}`);
      return broken(fault, handler, request, response);
    };
  const s3 = await serve(service('S3', await createS3(join(home, 's3'), deployment.buckets)));
  const plainS3 = await serve(await createS3(join(home, 's3'), deployment.buckets));
  const kms = await serve(service('KMS', createKms(join(home, 'kms'), deployment.keys)));
  const sfn = await serve(
    service('SFN', (request, response) => {
      if (!engine) return response.writeHead(503).end();
      const handle = stepFunctionsHandler(engine);
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

  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const variables = Object.assign({}, ...deployment.functions.map((it) => it.environment));
  const tables = z
    .object({
      applications: z.string(),
      register: z.string(),
      batches: z.string(),
      access: z.string(),
    })
    .parse(
      Object.fromEntries(
        ['applications', 'register', 'batches', 'access'].map((it) => [
          it,
          variables[`${it.toUpperCase()}_TABLE`],
        ]),
      ),
    ) satisfies Record<Table, string>;
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
  // the same answer for the same request, however often: only the waits between tries are shortened
  const handlers = new Map<string, Handler>();
  for (const { arn, handler, lane, environment } of deployment.functions) {
    Object.assign(process.env, environment);
    const url = `${pathToFileURL(join(ROOT, handler)).href}?lane=${lane}`;
    const loaded: { handler: Handler } = await import(/* @vite-ignore */ url);
    handlers.set(arn, loaded.handler);
    for (const name of Object.keys(environment)) delete process.env[name];
  }

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

  /** Makes a call meet its fault; `fails` is how the caller sees a service's failure, or a crash. */
  const meet = async <T>(
    fault: CallFault | undefined,
    call: () => Promise<T>,
    deadline: number,
    fails: (crashed: boolean) => Error,
  ): Promise<T> => {
    switch (fault) {
      case undefined:
        return call();
      case 'FAILS':
        throw fails(false);
      case 'LOST_ANSWER':
        await call();
        throw fails(false);
      case 'CRASHES':
        await call();
        throw fails(true);
      case 'TWICE': {
        const [first] = await Promise.all([call(), call().catch(() => {})]);
        return first;
      }
      case 'SLOW':
        await new Promise<void>((resume) => time.at(deadline + 1000, resume));
        return call();
      case 'RESTART': {
        const acted = call();
        acted.catch(() => {});
        await new Promise((resolve) => setImmediate(resolve));
        restart();
        return acted;
      }
    }
  };

  const laneless = (name: string): string => machineOf(name);
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
          const arrow = `${laneless(machine)} / ${state}`;
          const fault = faults.next('call', arrow);
          if (fault) said.push(`${arrow}: ${fault}`);
          const limit = Math.min(deadline, time.now() + 1800_000);
          const outcome = await meet(
            fault,
            call,
            limit,
            (crashed) => new StateError(crashed ? 'Runtime.ExitError' : 'Lambda.ServiceException'),
          );
          return outcome;
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
    faults: () => faults,

    /** Begins a history: real time, no executions, its own faults. */
    begin(planned: FaultsToCome, keep = false): number {
      engine?.close();
      time.reset();
      proxy.reset();
      said.length = 0;
      faults = planned;
      if (!keep) {
        rmSync(file, { force: true });
        file = join(home, `executions-${++histories}.sqlite`);
      }
      engine = open();
      engine.resume();
      return histories;
    },

    /**
     * A client's call of a function at a door, or the clock's.
     * @throws {Lost} when the client gets no answer
     */
    async call(name: FunctionName, arrow: string, event: unknown): Promise<unknown> {
      const fault = faults.next('call', arrow);
      if (fault) said.push(`${arrow}: ${fault}`);
      const answer = await meet(
        fault,
        () => act(arnOf(name), event),
        time.now() + 30_000,
        () => new Lost(arrow),
      );
      if ('error' in answer) {
        said.push(`${arrow}: ${answer.error.errorType}`);
        throw new Lost(arrow);
      }
      return answer.payload;
    },

    async stop() {
      engine?.close();
      client.destroy();
      await proxy.stop();
      await database.stop();
      for (const it of [s3, plainS3, kms, sfn]) it.stop();
      Object.assign(console, silent);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

/** Both lanes of a machine are one definition. */
const machineOf = (name: string): string =>
  (['registration', 'review', 'batch'] as const).find((it) => name.toLowerCase().includes(it)) ??
  name;

/** A kind of request: operation, and what it touches with numbers and ids left out. */
export function arrowOf({ operation, tables, index, keys }: DatabaseCall): string {
  const kinds = keys.map((key) => {
    const [, pk = '', sk = ''] = /^\S+ ([^|]*)\|(.*)$/.exec(key) ?? [];
    return `${pk.replace(/#.*/, '')}.${sk.replace(/#ap_.*/, '').replace(/#?\d+/g, '')}`;
  });
  const touched = [...new Set(kinds)].sort().join('+') || tables.join('+').replace(/^.*-/, '');
  return `${operation} ${touched}${index ? ` by ${index}` : ''}`;
}

/** The connection breaks before the service acts, or when it would answer. */
function broken(
  fault: ServiceFault,
  handler: ServiceHandler,
  request: IncomingMessage,
  response: ServerResponse,
): unknown {
  const cut = (): ServerResponse => {
    request.socket.destroy();
    return response;
  };
  if (fault === 'LOST_BEFORE') return cut();
  response.write = () => true;
  response.end = cut;
  return handler(request, response);
}
