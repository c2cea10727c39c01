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
 * row's affair, but a last line that breaks off says that the file was cut.
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

  const endChunk = (byteEnd: number) => {
    if (open.rows > 0) chunks.push({ ...open, byteEnd });
    open = { firstRow: rows + 1, rows: 0, byteStart: byteEnd };
  };
  const endLine = (byteEnd: number) => {
    if (!blank) {
      rows += 1;
      open.rows += 1;
    }
    line += 1;
    lineStart = byteEnd;
    lastLine = [];
    blank = true;
    if (open.rows === CHUNK_ROWS || byteEnd - open.byteStart >= CHUNK_BYTES) endChunk(byteEnd);
  };

  for await (const piece of bytes) {
    try {
      utf8.decode(piece, { stream: true });
    } catch {
      return { fault: 'NOT_TEXT', line };
    }
    let from = 0;
    for (
      let newline = piece.indexOf(NEWLINE);
      newline !== -1;
      newline = piece.indexOf(NEWLINE, from)
    ) {
      blank &&= isBlank(piece.subarray(from, newline), at + from);
      endLine(at + newline + 1);
      from = newline + 1;
      if (rows > MAX_ROWS) return { fault: 'TOO_MANY_ROWS', line };
    }
    const rest = piece.subarray(from);
    blank &&= isBlank(rest, at + from);
    at += piece.length;
    if (at - lineStart > MAX_LINE) return { fault: 'LINE_TOO_LONG', line };
    if (rest.length > 0) lastLine.push(rest.slice());
  }
  try {
    utf8.decode();
  } catch {
    return { fault: 'NOT_TEXT', line };
  }
  if (!blank) {
    if (!isJson(lastLine)) return { fault: 'CUT_OFF', line };
    endLine(at);
  }
  endChunk(at);
  return rows === 0 ? { fault: 'EMPTY' } : { rows, chunks };
}

/** Spaces only; at the very beginning of the file, a byte order mark too. */
const isBlank = (bytes: Uint8Array, at: number): boolean =>
  bytes.every(
    (byte, index) =>
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
