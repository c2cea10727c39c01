import { createHash, randomUUID } from 'node:crypto';

type QueryFunction = (...values: never[]) => unknown;

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function partition(items: readonly unknown[] | undefined, size: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition needs a size of 1 or more');
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function range(first: number, last: number, step: number): number[] {
  if (![first, last, step].every(Number.isInteger) || step === 0) {
    throw new Error('$range needs whole numbers and a step other than 0');
  }
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(text: string | undefined, algorithm: string): string | undefined {
  if (text === undefined) return undefined;
  const name = HASHES[algorithm];
  if (name === undefined) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  return createHash(name).update(text, 'utf8').digest('hex');
}

/** One step of mulberry32: the same seed gives the same number, as AWS promises. */
function seeded(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

/**
 * The functions that Step Functions adds to JSONata.
 * Source: Step Functions Developer Guide, "Transforming data with JSONata", JSONata functions.
 */
export const queryFunctions = (random: () => number): Readonly<Record<string, QueryFunction>> => ({
  parse: (text: string | undefined) => (text === undefined ? undefined : JSON.parse(text)),
  uuid: () => randomUUID(),
  partition,
  range,
  hash,
  random: (seed: number | undefined) => (seed === undefined ? random() : seeded(seed)),
});

/** Their names, and those of JSONata 2.0.6 without `$eval`, which Step Functions does not offer. */
export const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set(
  `parse uuid partition range hash random
  sum count max min average string substring substringBefore substringAfter lowercase uppercase length
  trim pad match contains replace split join formatNumber formatBase formatInteger parseInteger number
  floor ceil round abs sqrt power boolean not map zip filter single reduce sift keys lookup append exists
  spread merge reverse each error assert type sort shuffle distinct base64encode base64decode
  encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis clone now millis`.split(
    /\s+/,
  ),
);
