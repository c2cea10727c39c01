import { createServer, request as send } from 'node:http';
import { actsOf } from './acts.ts';
import type { Endpoints } from './aws-services.ts';
import { readBody } from './http-body.ts';
import { listen } from './listen.ts';
import { type Act, type Right, rightFor } from './policies.ts';

export interface Guard {
  /** goes between functions and a service; see `inFront` of the system */
  inFront(service: keyof Endpoints, endpoint: string): Promise<string>;
  /** rights that were used, by function */
  readonly used: ReadonlyMap<string, ReadonlySet<Right>>;
  /** calls that were refused */
  readonly refused: readonly (Act & { readonly by: string })[];
  stop(): void;
}

/**
 * IAM in front of the services: a call that the policy of its function does not allow is refused, and
 * what is allowed is noted as used. A function is known by the SDK's user agent (`app/…`).
 *
 * @param presignedBy the function whose right a presigned URL is used with
 */
export function createGuard(
  rights: ReadonlyMap<string, readonly Right[]>,
  presignedBy: string,
): Guard {
  const used = new Map<string, Set<Right>>();
  const refused: (Act & { by: string })[] = [];
  const stops: (() => void)[] = [];

  const isAllowed = (by: string, acts: readonly Act[]): boolean => {
    const found = acts.map((act) => ({ act, right: rightFor(rights.get(by) ?? [], act) }));
    for (const { act, right } of found) {
      if (right) used.set(by, (used.get(by) ?? new Set()).add(right));
      else refused.push({ by, ...act });
    }
    return found.every(({ right }) => right !== undefined);
  };

  return {
    used,
    refused,
    async inFront(service, endpoint) {
      const server = createServer(async (incoming, outgoing) => {
        const body = await readBody(incoming);
        const { method = 'GET', url = '/', headers } = incoming;
        const { pathname, searchParams } = new URL(url, endpoint);
        const app = /\bapp\/(\w+)/.exec(headers['user-agent'] ?? '')?.[1];
        const by = searchParams.has('X-Amz-Signature') ? presignedBy : (app ?? 'nobody');
        const target = String(headers['x-amz-target'] ?? '');
        const asked = { method, path: pathname, target, body: body.toString('utf8') };
        if (!isAllowed(by, actsOf(service, asked))) {
          outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
          outgoing.end(JSON.stringify({ __type: 'AccessDeniedException', message: 'not allowed' }));
          return;
        }
        const onward = send(new URL(url, endpoint), { method, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        });
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
      });
      const port = await listen(server, 0);
      stops.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return `http://127.0.0.1:${port}`;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
