import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FUNCTIONS, type FunctionName } from '#functions/catalogue.ts';
import { ACCOUNT_ID, lambdaEnvironment, provideData, REGION } from '#local/aws-services.ts';
import { mayShow } from '#local/database-faults.ts';
import { startDatabaseProxy } from '#local/database-proxy.ts';
import { IDENTITY_AUDIENCE } from '#local/demo/identity-provider.ts';
import { deploymentOf } from '#local/deployment.ts';
import { startDatabase } from '#local/dynamodb.ts';
import { objectStore } from '#local/object-store.ts';
import { provideRelease } from '#local/release.ts';
import { createEngine, type Engine } from '#local/step-functions/engine.ts';
import { StateError } from '#local/step-functions/state-error.ts';
import { synthesised } from '#local/synthesis.ts';
import { resolveTemplate } from '#local/template.ts';
import { arrowOf, machineOf } from './arrow.ts';
import { type FaultsToCome, faultsToCome, mayMeet, type ServiceFault } from './fault.ts';
import { newFolder } from './folder.ts';
import { loadedFunctions } from './loaded-functions.ts';
import { met } from './met-fault.ts';
import { startAuthorities, startServices } from './services.ts';
import { tablesPast } from './tables-past-faults.ts';
import { virtualTime } from './virtual-time.ts';

/** How long a task may be given before it is taken for given up, however long its own limit. */
const LONGEST_MS = 1800_000;
/** How long another authority is silent. */
const OUTAGE_MS = 3600_000;
/** Of the stack, beside the services of other authorities. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PARAMETERS = {
  OidcIssuer: 'https://issuer.example',
  TrustList: '[]',
  SigningPage: 'https://registrar.example/signing',
  PagesDomain: 'registrar.example',
  PagesCertificate: 'none',
  SignInClient: 'pages',
  SignInAuthorize: 'https://registrar.example/oidc/auth',
  SignInToken: 'https://registrar.example/oidc/token',
  LicenceIssuer: IDENTITY_AUDIENCE,
  ProblemBase: 'https://problems.example',
};

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
  const home = folder ?? newFolder('faults');
  mkdirSync(home, { recursive: true });
  const time = virtualTime();
  const said: string[] = [];
  const silent = { info: console.info, error: console.error };
  console.info = () => {};
  console.error = () => {};

  const synthesis = synthesised();
  const database = await startDatabase(join(home, 'database.sqlite'));
  const proxy = await startDatabaseProxy({ target: database.endpoint });
  let faults: FaultsToCome = faultsToCome([]);
  /** services that are silent → until when */
  const silence = new Map<string, number>();
  const faultOf = (arrow: string): ServiceFault | undefined => {
    const [service = ''] = arrow.split(' ');
    if ((silence.get(service) ?? 0) > time.now()) return 'OUTAGE';
    const fault = faults.next('service', arrow, (kind) => mayMeet(kind, arrow));
    if (fault) said.push(`${arrow}: ${fault}`);
    if (fault === 'OUTAGE') silence.set(service, time.now() + OUTAGE_MS);
    return fault;
  };
  const authorities = await startAuthorities(home, faultOf);
  const parameters = { ...PARAMETERS, ...authorities.parameters };
  const deployment = deploymentOf(
    resolveTemplate(await synthesis, { region: REGION, accountId: ACCOUNT_ID, parameters }),
  );

  let before = async (_arrow: string): Promise<void> => {};
  let engine: Engine | undefined;
  let histories = 0;
  let file = '';

  const services = await startServices(home, deployment, { faultOf, time, engine: () => engine });
  const { s3, plainS3, kms, sfn } = services;
  await provideRelease(deployment, objectStore(plainS3.endpoint), ROOT, () => {});

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
  const { act, coldStart } = await loadedFunctions(deployment, time);

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
    identity: authorities.identity,
    authorize: authorities.authorize,
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
      silence.clear();
      said.length = 0;
      faults = planned;
      before = beforeTask;
      if (histories > 0) rmSync(file, { force: true });
      file = join(home, `executions-${++histories}.sqlite`);
      engine = open();
      engine.resume();
    },

    /** How many faults have found their call in this history. */
    faultsMet: (): number => faults.injected.length,

    /** From now on nothing goes wrong. */
    calm(): void {
      faults = faultsToCome([]);
    },

    /** Stops every Standard execution that runs, of one machine or of all, as a person may at the console. */
    stopMachines(of?: string): void {
      for (const { arn, type } of deployment.machines) {
        if (type !== 'STANDARD' || !engine || (of && machineOf(arn) !== of)) continue;
        for (const { executionArn } of engine.listExecutions(arn, 'RUNNING'))
          engine.stopExecution(executionArn);
      }
    },

    coldStart,

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
      services.stop();
      authorities.stop();
      Object.assign(console, silent);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
