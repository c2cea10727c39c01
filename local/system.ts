import { createWriteStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { legalDateOf } from '#functions/shared/days.ts';
import type { Stage } from '#infra/stage.ts';
import { bucketHere, pagesHere } from './addresses-here.ts';
import { createApiGateway } from './api-gateway.ts';
import {
  ACCOUNT_ID,
  type Endpoints,
  lambdaEnvironment,
  provideData,
  REGION,
  serve,
} from './aws-services.ts';
import { accountOf, bearerToken } from './bearer-token.ts';
import { takeDataFolder } from './data-folder.ts';
import { createAgentSystem } from './demo/agent-system.ts';
import { createDemoRegion, type DemoRegion } from './demo/hunan.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_CLIENT,
  IDENTITY_ISSUER,
  type IdentityProvider,
} from './demo/identity-provider.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { startDatabase } from './dynamodb.ts';
import { createKms } from './kms.ts';
import { createLambda, type Lambda, type LambdaOptions } from './lambda.ts';
import { listen } from './listen.ts';
import { objectStore } from './object-store.ts';
import { createIssuer, PAGES_CLIENT } from './oidc.ts';
import { createPages } from './pages.ts';
import { provideRelease } from './release.ts';
import { createS3 } from './s3.ts';
import { sampleHosts } from './sample/hosts.ts';
import { startSchedules } from './schedule.ts';
import { createEngine, type Engine } from './step-functions/engine.ts';
import { stepFunctionsHandler } from './step-functions/server.ts';
import { synthesised } from './synthesis.ts';
import { resolveTemplate } from './template.ts';

export interface SystemOptions {
  readonly dataDir: string;
  /** 0 = any free one */
  readonly port: number;
  /** what an operator should know; one line at a time */
  readonly log: (message: string) => void;
  /** functions log to standard error instead of `functions.log` in the data folder */
  readonly verbose?: boolean;
  /** Puts something in front of a service that counts, or injects faults: given its end-point, tells the one to use. */
  readonly inFront?: (service: keyof Endpoints, endpoint: string) => Promise<string>;
  /** in place of the stage's licence keys: what a rotation makes of them */
  readonly licenceKeys?: Stage['licenceKeys'];
  /** folder in which `functions/` stands; absent = this release's own */
  readonly code?: string;
  /** told of every invocation that has ended */
  readonly invoked?: LambdaOptions['invoked'];
}

export interface System {
  readonly baseUrl: string;
  readonly endpoints: Endpoints;
  readonly deployment: Deployment;
  readonly lambda: Lambda;
  readonly engine: Engine;
  readonly identity: IdentityProvider;
  readonly hunan: DemoRegion;
  /** a bearer token of a demo account, or of the first one of a role */
  token(accountId: string): Promise<string>;
  /** builds the pages where they are not built yet; the first visitor does so too */
  buildPages(): Promise<unknown>;
  /** Ends everything and gives the data folder back; what was under way goes on at the next start. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Who our licences say issued them; fixed, so that a licence outlives a change of port. */
const LICENCE_ISSUER = IDENTITY_AUDIENCE;

/**
 * Starts the whole system of the synthesised template on this machine, and goes on with what an
 * earlier run left under way.
 *
 * @throws {Error} when the data folder is in use, the port is taken, or the template holds something
 *   that the local system does not know; everything that was started is ended again.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return await start(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  {
    dataDir,
    port,
    log,
    verbose = false,
    inFront = async (_, it) => it,
    licenceKeys,
    code = ROOT,
    invoked,
  }: SystemOptions,
  stops: (() => unknown)[],
  stop: System['stop'],
): Promise<System> {
  const folder = takeDataFolder(dataDir);
  stops.push(() => folder.release());
  const synthesis = synthesised(licenceKeys);
  stops.push(() => synthesis.catch(() => {}));
  const starting = startDatabase(folder.path('database.sqlite'));
  stops.push(() => starting.then((database) => database.stop()).catch(() => {}));

  const server = createServer({ keepAliveTimeout: 60_000 });
  const baseUrl = `http://127.0.0.1:${await listen(server, port)}`;
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const identity = await createIdentityProvider(folder.path('identity-provider.jwk'));
  const hunan = await createDemoRegion(folder.path('hunan.jwk'));
  const agents = await createAgentSystem(folder.path('agent-system.jwk'));
  const issuer = `${baseUrl}/oidc`;

  const parameters = {
    OidcIssuer: issuer,
    AgentSystem: JSON.stringify({ url: `${baseUrl}/demo/agent-system`, jwks: agents.publicJwks }),
    TrustList: JSON.stringify([hunan.trustListEntry(`${baseUrl}/demo/hunan`)]),
    IdentityProvider: JSON.stringify({
      issuer: IDENTITY_ISSUER,
      audience: IDENTITY_AUDIENCE,
      jwks: identity.publicJwks,
      authorization_endpoint: `${baseUrl}/demo/identity/authorize`,
      token_endpoint: `${baseUrl}/demo/identity/token`,
      client_id: IDENTITY_CLIENT,
    }),
    SigningPage: `${baseUrl}/signing`,
    PagesDomain: new URL(baseUrl).host,
    PagesCertificate: 'none',
    SignInClient: PAGES_CLIENT,
    SignInAuthorize: `${issuer}/auth`,
    SignInToken: `${issuer}/token`,
    LicenceIssuer: LICENCE_ISSUER,
    ProblemBase: `${baseUrl}/problems`,
  };
  const deployment = deploymentOf(
    resolveTemplate(await synthesis, { region: REGION, accountId: ACCOUNT_ID, parameters }),
  );

  const buckets = deployment.buckets.map(bucketHere);
  const s3 = await serve(await createS3(folder.path('s3'), buckets));
  stops.push(s3.stop);
  const files = objectStore(s3.endpoint);
  await provideRelease(deployment, files, code, log);
  const kms = await serve(createKms(folder.path('kms'), deployment.keys));
  stops.push(kms.stop);
  const database = await starting;
  const hosts = sampleHosts(legalDateOf(Date.now()));
  await provideData(database.endpoint, deployment.tables, registerTable(deployment), hosts);

  // machines call functions and functions call machines: the end-point comes before the engine
  let callMachines: (request: IncomingMessage, response: ServerResponse) => unknown = unavailable;
  const sfn = await serve((request, response) => callMachines(request, response));
  stops.push(sfn.stop);
  const endpoints = {
    dynamodb: await inFront('dynamodb', database.endpoint),
    s3: await inFront('s3', s3.endpoint),
    kms: await inFront('kms', kms.endpoint),
    sfn: await inFront('sfn', sfn.endpoint),
  };

  const logFile = createWriteStream(folder.path('functions.log'), { flags: 'a', mode: 0o600 });
  stops.push(() => logFile.end());
  const lambda = createLambda({
    functions: deployment.functions,
    root: code,
    environment: lambdaEnvironment(endpoints),
    log: verbose ? process.stderr : logFile,
    ...(invoked && { invoked }),
  });
  stops.push(() => lambda.stop());

  const engine = createEngine({
    machines: deployment.machines,
    ports: {
      invoke: lambda.invoke,
      ...files,
      now: Date.now,
      random: Math.random,
    },
    databaseFile: folder.path('executions.sqlite'),
  });
  stops.push(() => engine.close());
  callMachines = stepFunctionsHandler(engine);

  const pages = deployment.pages && createPages(pagesHere(deployment.pages, endpoints.s3), log);
  const oidc = createIssuer(issuer, folder.path('oidc.jwk'));
  const gateway = createApiGateway({ ...deployment, invoke: lambda.invoke, report: log });
  server.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/oidc/')) return oidc(request, response);
    if (path.startsWith('/demo/identity/')) return identity.handler(request, response);
    if (path.startsWith('/demo/agent-system/')) return agents.handler(request, response);
    if (path.startsWith('/demo/hunan/')) return hunan.handler(request, response);
    if (!pages || deployment.pages?.isOfApi(path.split('?', 1)[0] ?? ''))
      return gateway(request, response);
    return pages.serve(request, response);
  });
  folder.note({
    pid: process.pid,
    baseUrl,
    ...(database.pid && { engine: database.pid }),
    services: { dynamodb: database.endpoint, s3: s3.endpoint },
  });

  engine.resume();
  stops.push(await startSchedules({ ...deployment, invoke: lambda.invoke, report: log }));

  return {
    baseUrl,
    endpoints,
    deployment,
    lambda,
    engine,
    identity,
    hunan,
    token: (name) => {
      const account = accountOf(name);
      if (!account) throw new TypeError(`no demo account or role ${name}`);
      return bearerToken(baseUrl, account);
    },
    buildPages: async () => pages?.built(),
    stop,
  };
}

function unavailable(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503).end();
}

/** The register's table, as the functions know it. */
function registerTable({ functions }: Deployment): string {
  for (const { environment } of functions) {
    if (environment.REGISTER_TABLE) return environment.REGISTER_TABLE;
  }
  throw new TypeError('no function of the template knows the register’s table');
}
