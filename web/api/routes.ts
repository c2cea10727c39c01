import type * as z from 'zod';
import type { ROUTE_TABLES } from '#functions/api/route-tables.ts';

/** The tables of the API. Only their types come here: nothing of them is in the bundle. */
type Tables = typeof ROUTE_TABLES;
type RouteOf<Table> = Table[keyof Table];
type AnyRoute = { [Name in keyof Tables]: RouteOf<Tables[Name]> }[keyof Tables];

/** A route by what API Gateway calls it, which is all that a caller needs at run time. */
type RouteAt = { [Route in AnyRoute as `${Route['method']} ${Route['path']}`]: Route };
export type RouteKey = keyof RouteAt;

type ParametersOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;
type Given<Name extends string, Value> = [Value] extends [never] ? unknown : Record<Name, Value>;
type Schema<Route, Member extends string> =
  Route extends Record<Member, infer S extends z.ZodType> ? z.input<S> : never;

/** What a route must be given: its path's variables, its query, its body, what its form asks for besides. */
export type Input<Key extends RouteKey> = Given<
  'parameters',
  [ParametersOf<RouteAt[Key]['path']>] extends [never]
    ? never
    : Record<ParametersOf<RouteAt[Key]['path']>, string>
> &
  Given<'query', Partial<Schema<RouteAt[Key], 'query'>>> &
  Given<'body', Schema<RouteAt[Key], 'body'>> &
  (RouteAt[Key] extends { readonly changes: true } ? { readonly version: number } : unknown) &
  (RouteAt[Key] extends { readonly creates: true } ? { readonly idempotencyKey: string } : unknown);

type AnswersOf<Route extends { readonly answers: object }> =
  Route['answers'][keyof Route['answers']];

/** What a route answers to a call that succeeds. */
export type Output<Key extends RouteKey> =
  AnswersOf<RouteAt[Key]> extends infer Answer extends z.ZodType ? z.output<Answer> : never;
