import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IdentityProvider } from '#local/demo/identity-provider.ts';
import { rowMaker } from './many-rows.ts';

/** Different rows made; the file repeats them, each under a reference of its own. */
const DIFFERENT = 500;

/** @returns bytes written */
export async function writeFileOfRows(
  file: string,
  rows: number,
  identity: Pick<IdentityProvider, 'assert'>,
): Promise<number> {
  const make = rowMaker(identity, 1);
  const bodies: string[] = [];
  for (let made = 0; made < DIFFERENT; made++) {
    bodies.push(JSON.stringify(await make('APPROVE')).slice(1));
  }
  let bytes = 0;
  const lines = function* () {
    for (let row = 1; row <= rows; row++) {
      const line = Buffer.from(`{"clientRowRef":"ROW-${row}",${bodies[row % DIFFERENT]}\n`);
      bytes += line.length;
      yield line;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return bytes;
}
