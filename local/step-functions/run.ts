import type { Part } from './asl.ts';
import type { Bindings } from './expression.ts';
import type { Journal } from './journal.ts';
import type { TaskTokens } from './task-tokens.ts';
import type { Timers } from './timers.ts';

/** What a function answered: a payload, or the error that it threw. */
export type Invocation =
  | { readonly payload: unknown }
  | {
      readonly error: {
        readonly errorType: string;
        readonly errorMessage: string;
        readonly trace?: readonly string[];
      };
    };

/** A Task about to call what it names: a function or a machine. */
export interface TaskCall {
  readonly machine: string;
  readonly state: string;
  /** when the task times out, ms since 1970 */
  readonly deadline?: number | undefined;
}

/** The world around the engine. */
export interface EnginePorts {
  /** Rejects only when the function could not be called; the error's name, if it begins with `Lambda.`, is what `ErrorEquals` sees. */
  invoke(functionArn: string, payload: unknown): Promise<Invocation>;
  getObject(bucket: string, key: string): Promise<string>;
  putObject(bucket: string, key: string, body: string): Promise<void>;
  /** Put around each call that a Task makes, to measure it or to make it fail. */
  around?<T>(task: TaskCall, call: () => Promise<T>): Promise<T>;
  /** ms since 1970 */
  now(): number;
  /** from 0 up to, not including, 1 */
  random(): number;
}

export interface StartRequest {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  /** JSON text, at most 256 KiB; `{}` when absent. */
  readonly input?: string | undefined;
}

/** Times are ms since 1970. */
export interface Started {
  readonly executionArn: string;
  readonly startDate: number;
}

export interface SyncResult extends Started {
  readonly name: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly stopDate: number;
}

/** What one execution, or one child of a Distributed Map, runs with. */
export interface Run {
  readonly ports: EnginePorts;
  readonly timers: Timers;
  readonly tokens: TaskTokens;
  readonly functions: Bindings;
  readonly machine: { readonly arn: string; readonly name: string };
  readonly roleArn: string;
  start(request: StartRequest): Started;
  startSync(request: StartRequest): Promise<SyncResult>;
  /** A line of states at work: the engine is not idle until it ends, or while it is parked. */
  working<T>(work: Promise<T>): Promise<T>;
  /** A line that only waits, for time, a token or its children; `work` must settle. */
  parked<T>(work: Promise<T>): Promise<T>;
}

/** Where states run: a machine, a branch, an item. */
export interface Scope {
  readonly part: Part;
  readonly journal: Journal;
  /** Variables of the scopes around this one: readable, never written. */
  readonly outer: Bindings;
  /** `$states.context` without State and Task. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}
