import type * as z from 'zod';
import type { AGENT_ROUTES } from '#functions/api/agent.routes.ts';
import type { APPLICANT_ROUTES } from '#functions/api/applicant.routes.ts';
import type { CLIENT_ROUTES } from '#functions/api/client.routes.ts';
import type { DATA_ROUTES } from '#functions/api/data.routes.ts';
import type { DEFENCE_ROUTES } from '#functions/api/defence.routes.ts';
import type { DESK_ROUTES } from '#functions/api/desk.routes.ts';
import type { HOST_ROUTES } from '#functions/api/host.routes.ts';
import type { INQUIRY_ROUTES } from '#functions/api/inquiry.routes.ts';
import type { LIST_ENTRY_ROUTES } from '#functions/api/list-entry.routes.ts';
import type { MEASURE_ROUTES } from '#functions/api/measure.routes.ts';
import type { NOTICE_ROUTES } from '#functions/api/notice.routes.ts';
import type { OFFICIAL_ROUTES } from '#functions/api/official.routes.ts';
import type { OWNER_ACT_ROUTES } from '#functions/api/owner-act.routes.ts';
import type { POST_CHECK_ROUTES } from '#functions/api/post-check.routes.ts';
import type { PRE_CHECK_ROUTES } from '#functions/api/pre-check.routes.ts';
import type { PUBLIC_ROUTES } from '#functions/api/public.routes.ts';
import type { REGISTRAR_ROUTES } from '#functions/api/registrar.routes.ts';
import type { RULE_SET_ROUTES } from '#functions/api/rule-set.routes.ts';
import type { SCOPE_ROUTES } from '#functions/api/scope.routes.ts';
import type { SIGNING_ROUTES } from '#functions/api/signing.routes.ts';
import type { STATISTICS_ROUTES } from '#functions/api/statistics.routes.ts';
import type { STOP_ROUTES } from '#functions/api/stop.routes.ts';

/** The tables whose routes the pages call. Only their types come here: nothing of them is in the bundle. */
type Tables = typeof AGENT_ROUTES &
  typeof APPLICANT_ROUTES &
  typeof CLIENT_ROUTES &
  typeof DATA_ROUTES &
  typeof DESK_ROUTES &
  typeof HOST_ROUTES &
  typeof INQUIRY_ROUTES &
  typeof LIST_ENTRY_ROUTES &
  typeof MEASURE_ROUTES &
  typeof NOTICE_ROUTES &
  typeof OFFICIAL_ROUTES &
  typeof OWNER_ACT_ROUTES &
  typeof POST_CHECK_ROUTES &
  typeof PRE_CHECK_ROUTES &
  typeof PUBLIC_ROUTES &
  typeof REGISTRAR_ROUTES &
  typeof RULE_SET_ROUTES &
  typeof SCOPE_ROUTES &
  typeof SIGNING_ROUTES &
  typeof STATISTICS_ROUTES &
  typeof STOP_ROUTES &
  typeof DEFENCE_ROUTES;
type AnyRoute = Tables[keyof Tables];

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
