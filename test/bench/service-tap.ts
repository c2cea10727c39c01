import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen } from '#local/listen.ts';
import type { Call } from './call-tree.ts';

/** Milliseconds since the epoch with fractions, the same in every thread of the process. */
const clock = (): number => performance.timeOrigin + performance.now();

/** Passes everything on to a service of AWS's JSON protocols, and tells of each call when it has ended. */
export async function startTap(
  service: Call['service'],
  target: string,
  ended: (call: Call) => void,
): Promise<{ readonly endpoint: string; stop(): void }> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const startedAt = clock();
    const name = String(incoming.headers['x-amz-target']).replace(/^.*\./, '');
    const { method, headers } = incoming;
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { agent, method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        let answered = 0;
        answer.on('data', (chunk: Buffer) => {
          answered += chunk.length;
        });
        answer.pipe(outgoing);
        answer.on('end', () => {
          const sent = Number(headers['content-length'] ?? 0);
          ended({ service, name, startedAt, endedAt: clock(), sent, answered });
        });
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    endpoint,
    stop: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
