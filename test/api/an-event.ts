import type { httpHandler } from '#functions/api/http.handler.ts';
import { type Route, routeKey } from '#functions/api/route.ts';

type Event = Parameters<ReturnType<typeof httpHandler>>[0];

export interface Sent {
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string | number | boolean | string[]>>;
}

/** A call as API Gateway hands it on: the route matched, the token checked. */
export function anEvent(route: Pick<Route, 'method' | 'path'>, sent: Sent = {}): Event {
  const { body, text = body === undefined ? undefined : JSON.stringify(body) } = sent;
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath: route.path,
    rawQueryString: '',
    headers: { ...sent.headers },
    ...(sent.query && { queryStringParameters: sent.query }),
    ...(sent.parameters && { pathParameters: sent.parameters }),
    ...(text !== undefined && { body: text }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: {
        method: route.method,
        path: route.path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      requestId: 'request-1',
      routeKey: routeKey(route),
      stage: '$default',
      time: '23/Nov/2026:02:00:00 +0000',
      timeEpoch: 1_795_399_200_000,
      ...(sent.claims && {
        authorizer: {
          principalId: '',
          integrationLatency: 0,
          jwt: { claims: sent.claims, scopes: [] },
        },
      }),
    },
  };
}

type Answered = Awaited<ReturnType<ReturnType<typeof httpHandler>>>;

/** An answer with its JSON read. */
export const read = ({ statusCode, headers = {}, body = 'null' }: Answered) => ({
  status: statusCode,
  headers,
  body: JSON.parse(body),
});

/** The query of the page that an answer's `Link` leads to. */
export function nextPage({
  headers,
}: Pick<Answered, 'headers'>): Record<string, string> | undefined {
  const query = /^<[^?]+\?(.+)>; rel="next"$/.exec(String(headers?.link ?? ''))?.[1];
  return query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query));
}
