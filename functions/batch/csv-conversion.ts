import { CsvError, parse } from 'csv-parse/stream';
import type { FileFault } from './batch.ts';
import { type Column, columnOf } from './csv-columns.ts';
import { rowOf } from './csv-row.ts';

/** A file that cannot be read as a table at all; see `FileFault`. */
export class FaultyFile extends Error {
  readonly fault: FileFault;
  /** line of the file, from 1 */
  readonly line: number;
  /** header that is wrong, from 1 */
  readonly column: number | undefined;

  constructor(fault: FileFault, line: number, column?: number) {
    super(fault);
    this.name = 'FaultyFile';
    this.fault = fault;
    this.line = line;
    this.column = column;
  }
}

/** As long as a line of NDJSON may be, in bytes. */
const MAX_RECORD = 300_000;
/** Bytes handed to the parser at once: it keeps up to a thousand such pieces waiting. */
const PIECE = 4_096;
/** Canonical lines handed on at once, in characters. */
const BLOCK = 65_536;

/**
 * Turns the text of a CSV file (RFC 4180) into canonical NDJSON, a line for each record, in the order
 * of the file and in bounded memory. The same text gives the same bytes. Lines without any cell that
 * says something are no records.
 *
 * @throws {FaultyFile} for a file without a readable header, with quotes that do not fit, or with a
 *   record that is too long. Whatever is wrong with a record alone becomes a row of faults.
 */
export async function* ndjsonOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let columns: readonly Column[] | undefined;
  let block = '';
  for await (const record of recordsOf(text)) {
    if (columns === undefined) {
      columns = columnsOf(record);
      continue;
    }
    block += lineOf(columns, record);
    if (block.length < BLOCK) continue;
    yield new TextEncoder().encode(block);
    block = '';
  }
  if (block !== '') yield new TextEncoder().encode(block);
}

function lineOf(columns: readonly Column[], record: readonly string[]): string {
  const line = JSON.stringify(rowOf(columns, record));
  if (new TextEncoder().encode(line).length < MAX_RECORD) return `${line}\n`;
  return `${JSON.stringify({ faults: [{ pointer: '', detail: 'row of more than 256 kB' }] })}\n`;
}

/** @throws {FaultyFile} for headers that are unknown or stand twice, or where the row reference has none */
function columnsOf(headers: readonly string[]): readonly Column[] {
  const columns = headers.map((header, index) => {
    const column = columnOf(header);
    if (!column) throw new FaultyFile('HEADER_UNKNOWN', 1, index + 1);
    return column;
  });
  const twice = columns.findIndex((it, index) => columns.indexOf(it) !== index);
  if (twice !== -1) throw new FaultyFile('HEADER_DUPLICATE', 1, twice + 1);
  if (!columns.some(({ key }) => key === 'clientRowRef')) throw new FaultyFile('HEADER_MISSING', 1);
  return columns;
}

/** Records of a file, ragged ones too. */
async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  /** line on which the last record ended */
  let ended = 0;
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_RECORD,
    on_record: (record: string[], { lines }: { lines: number }) => {
      ended = lines;
      return record;
    },
  });
  const records: ReadableStream<string[]> = ReadableStream.from(pieces(text)).pipeThrough(parser);
  try {
    yield* records;
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, ended + 1) : error;
  }
}

async function* pieces(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of text) {
    const bytes = Buffer.from(part);
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  }
}

/** @param begun line on which the record began that could not be read */
function faultOf(error: CsvError, begun: number): FaultyFile {
  const { lines = begun } = error as { lines?: number };
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FaultyFile('QUOTE_NOT_CLOSED', begun);
  // a record that runs on over lines without an end has lost its closing quote
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new FaultyFile(lines > begun ? 'QUOTE_NOT_CLOSED' : 'LINE_TOO_LONG', begun);
  return new FaultyFile('QUOTE_MISPLACED', lines);
}
