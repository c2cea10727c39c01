import type * as z from 'zod';
import type { ProblemSlug } from './problems.ts';

/** Who a token is for (its `aud`); see design.md section 9. */
export type Audience = 'applicant' | 'agent' | 'host' | 'official';

/** One line of an audience's route table: what API Gateway, the Lambda router, OpenAPI and the tests are made from. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** as API Gateway writes it, e.g. /v1/applications/{id} */
  readonly path: string;
  /** whose tokens are let in; empty = public, without a token */
  readonly audiences: readonly Audience[];
  readonly summary: { readonly zh: string; readonly en: string };
  /** makes something new: `Idempotency-Key` is required, a repeated call gets the first answer */
  readonly creates?: true;
  /** changes something that has a version: `If-Match` is required */
  readonly changes?: true;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  /** what it answers to a call that succeeds, by status; tests hold every answer to it */
  readonly answers: Readonly<Partial<Record<200 | 201 | 202, z.ZodType>>>;
  /** media type of those answers; absent = JSON */
  readonly media?: string;
  /** problems beyond those that follow from the route's form; see `problemsOf` */
  readonly problems?: readonly ProblemSlug[];
}

export type RouteTable = Readonly<Record<string, Route>>;

/** API Gateway's name of a route, e.g. `POST /v1/applications`. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;

/** Names of the variables of a path. */
export const parametersOf = ({ path }: Pick<Route, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

/** Every problem that a route may answer, its own and those that follow from its form. */
export const problemsOf = (route: Route): ProblemSlug[] => [
  ...(route.body ? (['malformed-json', 'invalid-request', 'too-large'] as const) : []),
  ...(route.query ? (['invalid-request'] as const) : []),
  ...(route.creates ? (['idempotency-key-missing', 'idempotency-key-reused'] as const) : []),
  ...(parametersOf(route).length > 0 ? (['not-found'] as const) : []),
  ...(route.changes ? (['if-match-missing', 'version-stale'] as const) : []),
  ...(route.problems ?? []),
  'internal',
];
