import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Ending, Execution, ExecutionStatus, TaskOutcome, TokenRecord } from './execution.ts';
import type { Frame, HistoryEvent, Journal } from './journal.ts';

export interface ExecutionStore {
  create(execution: Execution): void;
  end(executionArn: string, ending: Ending): void;
  find(executionArn: string): Execution | undefined;
  list(stateMachineArn: string, status?: ExecutionStatus): Execution[];
  running(): Execution[];
  history(executionArn: string): HistoryEvent[];
  journal(executionArn: string): Journal;
  openToken(token: string, at: number): void;
  findToken(token: string): TokenRecord | undefined;
  beat(token: string, at: number): void;
  settle(token: string, outcome: TaskOutcome): void;
  closeToken(token: string, closed?: boolean): void;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS executions (
    executionArn TEXT PRIMARY KEY, stateMachineArn TEXT NOT NULL, name TEXT NOT NULL,
    status TEXT NOT NULL, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    startDate INTEGER NOT NULL, stopDate INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS byMachine ON executions (stateMachineArn, startDate);
  CREATE INDEX IF NOT EXISTS byStatus ON executions (status);
  CREATE TABLE IF NOT EXISTS frames (
    execution TEXT, path TEXT, frame TEXT, result TEXT,
    PRIMARY KEY (execution, path)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, outcome TEXT, beatAt INTEGER NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS events (
    execution TEXT, id INTEGER, at INTEGER NOT NULL, type TEXT NOT NULL, name TEXT, error TEXT,
    cause TEXT, PRIMARY KEY (execution, id)) STRICT, WITHOUT ROWID;
`;

// Rows were written by this file: these schemas read them back into their types.
const present = (row: unknown): unknown =>
  Object.fromEntries(Object.entries(Object(row)).filter(([, value]) => value !== null));
const rowOf = <S extends z.ZodType>(schema: S) => z.preprocess(present, schema);
const ExecutionRow = rowOf(z.custom<Execution>());
const EventRow = rowOf(z.custom<HistoryEvent>());
const FrameRow = rowOf(
  z.object({ frame: z.string().optional(), result: z.string().optional() }).transform((row) => ({
    ...(row.frame !== undefined && { frame: z.custom<Frame>().parse(JSON.parse(row.frame)) }),
    ...(row.result !== undefined && { result: { value: JSON.parse(row.result) } }),
  })),
);
const TokenRow = rowOf(
  z
    .object({ outcome: z.string().optional(), beatAt: z.number(), closed: z.number() })
    .transform(({ outcome, beatAt, closed }) => ({
      outcome:
        outcome === undefined ? undefined : z.custom<TaskOutcome>().parse(JSON.parse(outcome)),
      beatAt,
      closed: closed === 1,
    })),
);

/**
 * Opens, or creates, the file that holds all Standard executions; `:memory:` keeps none.
 * After `close` every write is silently dropped, as it is when a process is killed.
 */
export function openExecutionStore(file: string, now: () => number): ExecutionStore {
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const sql = (statement: string) => {
    const prepared = database.prepare(statement);
    return {
      write: (...values: (string | number | null)[]): void => {
        if (database.isOpen) prepared.run(...values);
      },
      get: (...values: (string | number | null)[]): unknown =>
        database.isOpen ? prepared.get(...values) : undefined,
      all: (...values: (string | number | null)[]): unknown[] =>
        database.isOpen ? prepared.all(...values) : [],
    };
  };
  const together = (work: () => void): void => {
    if (!database.isOpen) return;
    database.exec('BEGIN');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };

  const insert = sql(
    'INSERT INTO executions (executionArn, stateMachineArn, name, status, input, startDate) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const end = sql(
    "UPDATE executions SET status = ?, output = ?, error = ?, cause = ?, stopDate = ? WHERE executionArn = ? AND status = 'RUNNING'",
  );
  const find = sql('SELECT * FROM executions WHERE executionArn = ?');
  const list = sql(
    'SELECT * FROM executions WHERE stateMachineArn = ? AND status = COALESCE(?, status) ORDER BY startDate DESC, rowid DESC',
  );
  const running = sql(
    "SELECT * FROM executions WHERE status = 'RUNNING' ORDER BY startDate, rowid",
  );
  const saveFrame = sql(
    'INSERT INTO frames (execution, path, frame) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET frame = excluded.frame',
  );
  const saveResult = sql(
    'INSERT INTO frames (execution, path, result) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET frame = NULL, result = excluded.result',
  );
  const loadFrame = sql('SELECT frame, result FROM frames WHERE execution = ? AND path = ?');
  const dropFrames = sql('DELETE FROM frames WHERE execution = ? AND path > ? AND path < ?');
  const record = sql(
    'INSERT INTO events SELECT ?1, COALESCE(MAX(id), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM events WHERE execution = ?1',
  );
  const history = sql(
    'SELECT id, at, type, name, error, cause FROM events WHERE execution = ? ORDER BY id',
  );
  const openToken = sql('INSERT INTO tokens (token, beatAt) VALUES (?, ?)');
  const findToken = sql('SELECT outcome, beatAt, closed FROM tokens WHERE token = ?');
  const beat = sql('UPDATE tokens SET beatAt = ? WHERE token = ?');
  const settle = sql('UPDATE tokens SET outcome = ? WHERE token = ?');
  const closeToken = sql('UPDATE tokens SET closed = ? WHERE token = ?');

  // '/' and '0' are neighbours: between them stand exactly the paths of the children.
  const dropChildren = (execution: string, path: string): void =>
    dropFrames.write(execution, `${path}/`, `${path}0`);
  const journal = (execution: string, path: string): Journal => ({
    load: () => FrameRow.parse(loadFrame.get(execution, path) ?? {}),
    save: (frame) => saveFrame.write(execution, path, JSON.stringify(frame)),
    move: (frame) =>
      together(() => {
        dropChildren(execution, path);
        saveFrame.write(execution, path, JSON.stringify(frame));
      }),
    finish: (value) =>
      together(() => {
        dropChildren(execution, path);
        saveResult.write(execution, path, JSON.stringify(value));
      }),
    child: (index) => journal(execution, `${path}/${index}`),
    record: ({ type, name = null, error = null, cause = null }) =>
      record.write(execution, now(), type, name, error, cause),
  });

  return {
    create: ({ executionArn, stateMachineArn, name, status, input, startDate }) =>
      insert.write(executionArn, stateMachineArn, name, status, input, startDate),
    end: (arn, { status, output = null, error = null, cause = null, stopDate }) =>
      together(() => {
        end.write(status, output, error, cause, stopDate, arn);
        dropFrames.write(arn, '', '~');
      }),
    find: (arn) => {
      const row = find.get(arn);
      return row === undefined ? undefined : ExecutionRow.parse(row);
    },
    list: (arn, status) => list.all(arn, status ?? null).map((row) => ExecutionRow.parse(row)),
    running: () => running.all().map((row) => ExecutionRow.parse(row)),
    history: (arn) => history.all(arn).map((row) => EventRow.parse(row)),
    journal: (arn) => journal(arn, 'root'),
    openToken: (token, at) => openToken.write(token, at),
    findToken: (token) => {
      const row = findToken.get(token);
      return row === undefined ? undefined : TokenRow.parse(row);
    },
    beat: (token, at) => beat.write(at, token),
    settle: (token, outcome) => settle.write(JSON.stringify(outcome), token),
    closeToken: (token, closed = true) => closeToken.write(closed ? 1 : 0, token),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
