import type * as z from 'zod';
import type { Grade } from '../registrar/registrars.ts';
import type { Language } from '../shared/language.ts';
import { faultsOf } from '../shared/request-faults.ts';
import { Problem } from './problems.ts';
import type { Audience, Route } from './route.ts';

/** Who calls, by the token that API Gateway has checked. */
export interface Caller {
  readonly subject: string;
  readonly audience: Audience;
  /** divisions whose officials' work this caller may see; empty for all but officials */
  readonly registrars: readonly string[];
  /** of officials; the lowest unless the token says more */
  readonly grade: Grade;
}

/** A call, checked against its route. */
export interface Call<R extends Route = Route> {
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly body: R['body'] extends z.ZodType ? z.infer<R['body']> : undefined;
  readonly query: R['query'] extends z.ZodObject ? z.infer<R['query']> : undefined;
  readonly caller: R['audiences'] extends readonly [] ? undefined : Caller;
  readonly language: Language;
  /** `Idempotency-Key`, on routes that create */
  readonly idempotencyKey: R['creates'] extends true ? string : undefined;
  /** version that `If-Match` names, on routes that change */
  readonly version: R['changes'] extends true ? number : undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** of what is answered; becomes the ETag */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One use case for each route of a table. */
export type UseCases<Table extends Record<string, Route>> = {
  readonly [Name in keyof Table]: (call: Call<Table[Name]>) => Promise<Answer>;
};

/** 256 kB, in UTF-8 bytes. */
const MAX_BODY = 262_144;

/** @throws {Problem} too-large, malformed-json, invalid-request with a pointer for each fault */
export function parsedBody(schema: z.ZodType | undefined, text: string | undefined): unknown {
  if (!schema || (text === undefined && schema.safeParse(undefined).success)) return undefined;
  if (text !== undefined && new TextEncoder().encode(text).length > MAX_BODY)
    throw new Problem('too-large');
  return checked(schema, jsonOf(text ?? ''), '');
}

/** @throws {Problem} invalid-request */
export const parsedQuery = (schema: z.ZodObject | undefined, query: object | undefined): unknown =>
  schema && checked(schema, query ?? {}, '#query');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('malformed-json', [], { cause });
  }
}

function checked(schema: z.ZodType, value: unknown, at: string): unknown {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw new Problem('invalid-request', faultsOf(error, at));
  return data;
}

/** @throws {Problem} idempotency-key-missing */
export function idempotencyKeyOf(header: string | undefined): string {
  if (!header || !/^[\x21-\x7e]{1,128}$/.test(header)) throw new Problem('idempotency-key-missing');
  return header;
}

/** @throws {Problem} if-match-missing; version-stale for a tag that we never gave */
export function versionOf(header: string | undefined): number {
  if (!header) throw new Problem('if-match-missing');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new Problem('version-stale');
  return Number(version);
}
