import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Authorization } from './jwt-authorizer.ts';

interface Received {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly authorization: Authorization | undefined;
  readonly now: number;
}

/** Bodies of these types reach the function as text; all others in base64. */
const TEXT = /^(text\/|application\/(.+\+)?(json|xml)|application\/javascript)/i;

/** A request as API Gateway hands it to a function: payload format 2.0. */
export function httpEvent(received: Received): object {
  const { request, url, body, routeKey, pathParameters, authorization, now } = received;
  const { cookie, ...headers } = request.headers;
  const isBase64Encoded = body.length > 0 && !TEXT.test(headers['content-type'] ?? '');
  const query = new Map<string, string[]>();
  for (const [name, value] of url.searchParams) {
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split(/; ?/) }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    ...(query.size > 0 && {
      queryStringParameters: Object.fromEntries(
        [...query].map(([name, values]) => [name, values.join(',')]),
      ),
    }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(authorization && { authorizer: { jwt: authorization } }),
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

const Answer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * Writes what a function answered: an object with `statusCode`, or anything else as a JSON body.
 *
 * @throws {z.ZodError} when the answer is neither; API Gateway makes a 500 of it.
 */
export function writeAnswer(response: ServerResponse, payload: unknown): void {
  const structured = typeof payload === 'object' && payload !== null && 'statusCode' in payload;
  const { statusCode, headers, cookies, body, isBase64Encoded } = Answer.parse(
    structured
      ? payload
      : {
          statusCode: 200,
          headers: { 'content-type': 'application/json' },
          body: typeof payload === 'string' ? payload : JSON.stringify(payload),
        },
  );
  const content = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = statusCode;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(content);
}
