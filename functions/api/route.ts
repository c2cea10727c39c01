import type * as z from 'zod';

/** Who a token is for (its `aud`); see design.md section 9. */
export type Audience = 'applicant' | 'agent' | 'official';

/** One line of an audience's route table: what API Gateway, the Lambda router, OpenAPI and the tests are made from. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** as API Gateway writes it, e.g. /v1/applications/{id} */
  readonly path: string;
  /** whose tokens are let in; empty = public, without a token */
  readonly audiences: readonly Audience[];
  readonly summary: string;
  /** makes something new: `Idempotency-Key` is required, a repeated call gets the first answer */
  readonly creates?: true;
  /** changes something that has a version: `If-Match` is required */
  readonly changes?: true;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
}

export type RouteTable = Readonly<Record<string, Route>>;

/** API Gateway's name of a route, e.g. `POST /v1/applications`. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;
