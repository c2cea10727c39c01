import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseCall, type Touched, touchedBy } from './database-call.ts';
import {
  createIndexMemory,
  type DatabaseFault,
  halved,
  mayShow,
  refusal,
  withUnprocessed,
} from './database-faults.ts';
import { createMeter, type Meter } from './database-meter.ts';
import { readBody } from './http-body.ts';
import { listen } from './listen.ts';

export type { DatabaseCall } from './database-call.ts';
export type { DatabaseFault } from './database-faults.ts';
export type { Meter } from './database-meter.ts';

export interface DatabaseProxy {
  readonly endpoint: string;
  meter(): Meter;
  /** Counts from nothing again; what indexes answered before is no moment ago any more. */
  reset(): void;
  /** From now on each call is asked for its fault, the chooser injected last first; the answer takes it back. */
  inject(choose: (call: DatabaseCall) => DatabaseFault | undefined): () => void;
  stop(): Promise<void>;
}

/** How long a SLOW call is held up, in milliseconds. */
const SLOW_MS = 250;
const JSON_10 = 'application/x-amz-json-1.0';
/** Asks the engine what a request consumed; the answer carries it, which clients let pass. */
const METERED = '{"ReturnConsumedCapacity":"INDEXES"';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * The database's wire protocol in front of a database: counts what passes, and shows the faults that
 * an engine on the same machine never has. A fault that DynamoDB does not have for a call leaves it be.
 */
export async function startDatabaseProxy({
  target,
  log = () => {},
}: {
  readonly target: string;
  readonly log?: (message: string) => void;
}): Promise<DatabaseProxy> {
  const agent = new Agent({ keepAlive: true });
  const meter = createMeter();
  const indexes = createIndexMemory(meter.lastWritten);
  const choosers: ((call: DatabaseCall) => DatabaseFault | undefined)[] = [];
  /** tokens of transactions that were committed: the engine knows a second delivery by them */
  const committed = new Set<string>();
  let number = 0;

  const forward = ({ method, url, headers }: IncomingMessage, body: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const onward = request(
        new URL(url ?? '/', target),
        { agent, method, headers: { ...headers, 'content-length': length } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 500,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      onward.on('error', reject);
      onward.end(body);
    });

  /** Sends a request on and counts what it did. */
  const perform = async (
    incoming: IncomingMessage,
    { operation }: DatabaseCall,
    touched: Touched,
    body: string,
  ): Promise<{ readonly raw: Answer; readonly answer?: unknown }> => {
    const raw = await forward(incoming, metered(operation, body));
    if (raw.status === 200) {
      const answer: unknown = JSON.parse(raw.body.toString('utf8'));
      const token = /"ClientRequestToken":"([^"]+)"/.exec(body)?.[1] ?? '';
      const again = committed.has(token);
      if (token) committed.add(token);
      meter.answered(operation, again ? { ...touched, written: [] } : touched, answer);
      return { raw, answer };
    }
    if (/ConditionalCheckFailed/.test(raw.body.toString('utf8'))) {
      meter.answered(operation, touched, undefined);
    }
    return { raw };
  };

  const answerCall = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = (await readBody(incoming)).toString('utf8');
    const operation = String(incoming.headers['x-amz-target']).replace(/^.*\./, '');
    const parsed: unknown = body ? JSON.parse(body) : {};
    const touched = touchedBy(operation, parsed);
    const { tables, keys, index } = touched;
    const call = { operation, tables, keys, number: ++number, ...(index && { index }) };
    meter.request(operation, touched);
    const fault = choosers.reduceRight<DatabaseFault | undefined>(
      (chosen, choose) => chosen ?? choose(call),
      undefined,
    );
    switch (fault && mayShow(fault, call) ? fault : undefined) {
      case 'LOST_BEFORE':
        outgoing.destroy();
        return;
      case 'LOST_ANSWER':
        await perform(incoming, call, touched, body);
        outgoing.destroy();
        return;
      case 'TRANSACTION_CONFLICT':
        return send(outgoing, 400, refusal('TRANSACTION_CONFLICT', call));
      case 'THROTTLED':
        return send(outgoing, 400, refusal('THROTTLED', call));
      case 'UNPROCESSED': {
        const { asked, left } = halved(parsed);
        const { raw, answer } = await perform(incoming, call, touched, JSON.stringify(asked));
        if (answer === undefined) return pass(outgoing, raw);
        return send(outgoing, 200, withUnprocessed(answer, left));
      }
      case 'STALE_INDEX': {
        const { raw, answer } = await perform(incoming, call, touched, body);
        if (answer === undefined) return pass(outgoing, raw);
        return send(outgoing, 200, indexes.aMomentAgo(body, call, answer));
      }
      case 'TWICE': {
        const { raw } = await perform(incoming, call, touched, body);
        await perform(incoming, call, touched, body);
        return pass(outgoing, raw);
      }
      case 'SLOW':
        await sleep(SLOW_MS);
    }
    const { raw, answer } = await perform(incoming, call, touched, body);
    if (index !== undefined && answer !== undefined) indexes.remember(body, answer);
    pass(outgoing, raw);
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    answerCall(incoming, outgoing).catch((error) => {
      log(`database proxy: ${error instanceof Error ? error.message : String(error)}`);
      outgoing.destroy();
    });
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;

  return {
    endpoint,
    meter: meter.read,
    reset() {
      meter.reset();
      indexes.forget();
      committed.clear();
      number = 0;
    },
    inject(choose) {
      choosers.push(choose);
      return () => {
        const at = choosers.indexOf(choose);
        if (at >= 0) choosers.splice(at, 1);
      };
    },
    async stop() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

const OF_ITEMS = /Item$|Items$|^Query$|^Scan$/;

const metered = (operation: string, body: string): string =>
  !OF_ITEMS.test(operation) || body.includes('"ReturnConsumedCapacity"')
    ? body
    : `${METERED},${body.trimStart().slice(1)}`;

/** The engine's answer as it came. */
function pass(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _chunked, connection: _connection, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
}

function send(outgoing: ServerResponse, status: number, answer: object): void {
  const body = JSON.stringify(answer);
  outgoing
    .writeHead(status, { 'content-type': JSON_10, 'content-length': Buffer.byteLength(body) })
    .end(body);
}
