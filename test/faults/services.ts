import { join } from 'node:path';
import { serve } from '#local/aws-services.ts';
import { createAgentSystem } from '#local/demo/agent-system.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_CLIENT,
  IDENTITY_ISSUER,
} from '#local/demo/identity-provider.ts';
import type { Deployment } from '#local/deployment.ts';
import { createKms } from '#local/kms.ts';
import { createS3 } from '#local/s3.ts';
import type { Engine } from '#local/step-functions/engine.ts';
import { stepFunctionsHandler } from '#local/step-functions/server.ts';
import type { ServiceFault } from './fault.ts';
import { faulty, type ServiceHandler } from './faulty-service.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The fault of a request to a service, by its arrow. */
export type FaultOf = (arrow: string) => ServiceFault | undefined;

const lastPart = (url: string): string =>
  new URL(url, 'http://service').pathname.split('/').at(-1) ?? '';

/** The services of other authorities, each request with its fault, and what the system is told of them. */
export async function startAuthorities(home: string, faultOf: FaultOf) {
  const identity = await createIdentityProvider(join(home, 'identity.jwk'));
  const agents = await createAgentSystem(join(home, 'agents.jwk'), (agent) => agent);
  const served = (name: string, handler: ServiceHandler) =>
    serve(faulty(handler, (action) => faultOf(`${name} ${action}`), lastPart));
  const agentSystem = await served('AGENTS', agents.handler);
  const token = await served('IDENTITY', identity.handler);
  // where people show their faces is nobody's arrow
  const faces = await serve(identity.handler);

  return {
    identity,
    authorize: `${faces.endpoint}/demo/identity/authorize`,
    parameters: {
      AgentSystem: JSON.stringify({
        url: `${agentSystem.endpoint}/demo/agent-system`,
        jwks: agents.publicJwks,
      }),
      IdentityProvider: JSON.stringify({
        issuer: IDENTITY_ISSUER,
        audience: IDENTITY_AUDIENCE,
        jwks: identity.publicJwks,
        authorization_endpoint: `${faces.endpoint}/demo/identity/authorize`,
        token_endpoint: `${token.endpoint}/demo/identity/token`,
        client_id: IDENTITY_CLIENT,
      }),
    },
    stop() {
      for (const it of [agentSystem, token, faces]) it.stop();
    },
  };
}

/** S3, KMS and Step Functions, each request with its fault; S3 once more without. */
export async function startServices(
  home: string,
  { buckets, keys }: Deployment,
  { faultOf, time, engine }: { faultOf: FaultOf; time: VirtualTime; engine(): Engine | undefined },
) {
  const served = (name: string, handler: ServiceHandler) =>
    serve(faulty(handler, (action) => faultOf(`${name} ${action}`)));
  const stores = join(home, 's3');
  const s3 = await served('S3', await createS3(stores, buckets));
  const plainS3 = await serve(await createS3(stores, buckets));
  const kms = await served('KMS', createKms(join(home, 'kms'), keys));
  const sfn = await served('SFN', (request, response) => {
    const asked = engine();
    if (!asked) return response.writeHead(503).end();
    const handle = stepFunctionsHandler(asked);
    // a process that was killed meanwhile answers nobody
    const end = response.end.bind(response);
    response.end = (body: unknown) => {
      if (asked !== engine()) request.socket.destroy();
      return asked === engine() ? end(body) : response;
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
  });
  const stop = () => {
    for (const it of [s3, plainS3, kms, sfn]) it.stop();
  };
  return { s3, plainS3, kms, sfn, stop };
}
