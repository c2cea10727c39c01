import type { FileFault } from './batch.ts';

/** Rows of one chunk: as many as a child registers well within the five minutes of an Express execution. */
const CHUNK_ROWS = 40;
const CHUNK_BYTES = 4_000_000;
const MAX_ROWS = 200_000;
const MAX_LINE = 300_000;
const NEWLINE = 0x0a;
const BOM = [0xef, 0xbb, 0xbf];

/** A run of whole lines, in bytes of the file; `rows` counts the lines that are not blank. */
export interface PlannedChunk {
  readonly firstRow: number;
  readonly rows: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

export type ChunkPlan =
  | { readonly fault?: undefined; readonly rows: number; readonly chunks: readonly PlannedChunk[] }
  | { readonly fault: FileFault; readonly line?: number };

/**
 * Plans the chunks of an NDJSON file from its bytes as they come: memory holds one line and the
 * plan, whatever the file's size. The whole file is checked to be UTF-8; what a line says is its
 * row's affair, but a last line that breaks off says that the file was cut. How the bytes are cut
 * into pieces changes nothing.
 */
export async function planChunks(bytes: AsyncIterable<Uint8Array>): Promise<ChunkPlan> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunks: PlannedChunk[] = [];
  let open = { firstRow: 1, rows: 0, byteStart: 0 };
  let rows = 0;
  let line = 1;
  let at = 0;
  let lineStart = 0;
  let lastLine: Uint8Array[] = [];
  let blank = true;

  const endChunk = () => {
    if (open.rows > 0) chunks.push({ ...open, byteEnd: at });
    open = { firstRow: rows + 1, rows: 0, byteStart: at };
  };
  const endLine = () => {
    if (!blank) {
      rows += 1;
      open.rows += 1;
    }
    line += 1;
    lineStart = at;
    lastLine = [];
    blank = true;
    if (open.rows === CHUNK_ROWS || at - open.byteStart >= CHUNK_BYTES) endChunk();
  };
  const isText = (part: Uint8Array): boolean => {
    try {
      utf8.decode(part, { stream: part.length > 0 });
      return true;
    } catch {
      return false;
    }
  };

  for await (const piece of bytes) {
    for (const part of partsOf(piece)) {
      const room = MAX_LINE - (at - lineStart);
      if (!isText(part.subarray(0, room))) return { fault: 'NOT_TEXT', line };
      if (part.length > room) return { fault: 'LINE_TOO_LONG', line };
      blank &&= isBlank(part, at);
      if (!blank && rows === MAX_ROWS) return { fault: 'TOO_MANY_ROWS', line };
      at += part.length;
      if (part.at(-1) === NEWLINE) endLine();
      else lastLine.push(part);
    }
  }
  if (!isText(new Uint8Array())) return { fault: 'NOT_TEXT', line };
  if (!blank) {
    if (!isJson(lastLine)) return { fault: 'CUT_OFF', line };
    endLine();
  }
  endChunk();
  return rows === 0 ? { fault: 'EMPTY' } : { rows, chunks };
}

/**
 * The rows in a chunk's text, as the plan counts them: lines that hold more than spaces.
 *
 * @param first whether the text begins the file, where a byte order mark may stand
 */
export const rowsIn = (text: string, first: boolean): string[] =>
  (first ? text.replace(/^\uFEFF/, '') : text)
    .split('\n')
    .filter((line) => !/^[ \t\r]*$/.test(line));

/** A piece cut behind each newline. */
function* partsOf(piece: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < piece.length; ) {
    const newline = piece.indexOf(NEWLINE, from);
    const end = newline === -1 ? piece.length : newline + 1;
    yield piece.subarray(from, end);
    from = end;
  }
}

/** Spaces only; at the very beginning of the file, a byte order mark too. */
const isBlank = (bytes: Uint8Array, at: number): boolean =>
  bytes.every(
    (byte, index) =>
      byte === NEWLINE ||
      byte === 0x20 ||
      byte === 0x0d ||
      byte === 0x09 ||
      (at + index < 3 && byte === BOM[at + index]),
  );

function isJson(pieces: readonly Uint8Array[]): boolean {
  try {
    JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)));
    return true;
  } catch {
    return false;
  }
}
