import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Database {
  readonly endpoint: string;
  /** process id of the engine; absent when `DYNAMODB_ENDPOINT` names one that is not ours */
  readonly pid?: number;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 10_000;

/**
 * Runs the engine in front of its own shell, which ends it as soon as its standard input is closed:
 * the kernel closes it also when this process is killed, so the engine never outlives the system.
 */
const SUPERVISE =
  'exec 3<&0; "$@" >&2 & engine=$!; echo $engine; { read -r _ <&3; kill $engine; } & wait $engine';

/**
 * Starts the DynamoDB engine on a database file and waits until it answers; without the engine's
 * binary (optional dependency, Linux on x64 only) takes what `DYNAMODB_ENDPOINT` names.
 */
export async function startDatabase(file: string): Promise<Database> {
  const binary = engineBinary();
  if (!binary) {
    const endpoint = process.env.DYNAMODB_ENDPOINT;
    if (endpoint) return { endpoint, stop: async () => {} };
    throw new Error(
      'no DynamoDB engine: @dynoxide/linux-x64 is not installed on this platform. Start DynamoDB Local and name it in DYNAMODB_ENDPOINT.',
    );
  }

  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = [binary, 'serve', '--port', String(port), '--db-path', file];
  const shell = spawn('sh', ['-c', SUPERVISE, 'sh', ...engine], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // a Ctrl-C at the terminal reaches the system first, which then stops the engine
  });
  const ended = new Promise<void>((done) => shell.once('exit', () => done()));
  const messages: string[] = [];
  createInterface(shell.stderr).on('line', (line) => messages.push(line) > 20 && messages.shift());
  const pid = Number(await firstLine(shell));

  await answers(endpoint, shell, () => messages.join('\n'));
  return {
    endpoint,
    pid,
    async stop() {
      shell.stdin.end();
      await ended;
    },
  };
}

function engineBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    return undefined;
  }
}

/** A port that was free a moment ago; the engine prints only the port that it was asked for. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

async function firstLine(shell: ChildProcess): Promise<string> {
  if (!shell.stdout) throw new Error('the engine has no standard output');
  for await (const line of createInterface(shell.stdout)) return line;
  return '';
}

async function answers(
  endpoint: string,
  shell: ChildProcess,
  messages: () => string,
): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && shell.exitCode === null) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
      return;
    } catch {
      await sleep(20);
    }
  }
  shell.stdin?.end();
  throw new Error(`the DynamoDB engine does not start:\n${messages()}`);
}
