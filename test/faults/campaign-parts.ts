import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Histories of one process and world, whose tables grow. */
const OF_ONE_PART = 100;

const Counts = z.record(z.string(), z.number());
export type Counts = z.infer<typeof Counts>;

interface Campaign {
  readonly seed: number;
  readonly histories: number;
  /** processes at once; what a process keeps of its clients belongs to one world only */
  readonly atOnce: number;
}

interface Listener {
  /** a line that a part has said */
  say(line: string): void;
  /** what a part counted */
  ended(counts: Counts): void;
}

/**
 * Runs a campaign in parts, each a process with a world of its own. After the first that breaks no
 * other is begun.
 *
 * @returns whether every part was clean
 */
export async function inParts(
  { seed, histories, atOnce }: Campaign,
  { say, ended }: Listener,
): Promise<boolean> {
  let from = 0;
  let whole = true;
  const worker = async () => {
    while (whole && from < histories) {
      const first = from;
      from += OF_ONE_PART;
      const count = Math.min(OF_ONE_PART, histories - first);
      if (!(await ran({ seed, first, count }, { say, ended }))) whole = false;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return whole;
}

async function ran(
  { seed, first, count }: { seed: number; first: number; count: number },
  { say, ended }: Listener,
): Promise<boolean> {
  const campaign = fileURLToPath(new URL('./campaign.ts', import.meta.url));
  const asked = { seed, from: first, histories: count };
  const child = spawn(
    process.execPath,
    [campaign, ...Object.entries(asked).flatMap(([name, value]) => [`--${name}`, String(value)])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{"')) ended(Counts.parse(JSON.parse(line)));
    else say(line);
  }
  const [code] = await gone;
  return code === 0;
}
