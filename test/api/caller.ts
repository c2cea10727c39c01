import { randomUUID } from 'node:crypto';
import type { Route } from '#functions/api/route.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { ROUTES } from '#openapi/tables.ts';
import { type Answer, apiOf } from '#test/journeys/api.ts';

/** What a call says beside its route. */
export interface Said {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

export function routeOf(operation: string): Route {
  const found = ROUTES.find(({ name }) => name === operation);
  if (!found) throw new RangeError(`no route ${operation}`);
  return found.route;
}

/** Calls a route of the tables by its name, as a client does that was made from them. */
export function callRoute(
  baseUrl: string,
  { method, path }: Pick<Route, 'method' | 'path'>,
  { parameters = {}, query = {}, headers, body }: Said = {},
  token?: string,
): Promise<Answer> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const asked = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '';
  return apiOf(baseUrl, token).call(method, `${filled}${asked}`, body, headers);
}

/** `If-Match` of a thing as it was read. */
export const ifMatch = (read: unknown): Record<string, string> => ({
  'if-match': `"${memberOf(read, 'version')}"`,
});
export const aFreshKey = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/** A member of an answer; fails where it has none. */
export function memberOf(body: unknown, ...path: readonly (string | number)[]): unknown {
  let value = body;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !(name in value))
      throw new TypeError(`no ${path.join('.')} in ${JSON.stringify(body)}`);
    value = Object.entries(value).find(([key]) => key === String(name))?.[1];
  }
  return value;
}
export const textOf = (body: unknown, ...path: readonly (string | number)[]): string =>
  String(memberOf(body, ...path));

/** What the document shows of a call: never the key or the version, which it explains by itself. */
export function exchangeOf(
  example: string,
  operation: string,
  { parameters, query, body }: Said,
  told: Pick<Answer, 'status' | 'body'>,
): Exchange {
  return JSON.parse(
    JSON.stringify({
      example,
      operation,
      request: { parameters, query, body },
      answer: { status: told.status, body: told.body },
    }),
  );
}
