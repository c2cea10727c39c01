import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cors, DeployedRoute } from './deployed-route.ts';
import { BodyTooLarge, readBody } from './http-body.ts';
import { httpEvent, writeAnswer } from './http-event.ts';
import { createRoutes } from './http-routes.ts';
import { createJwtAuthorizer, Unauthorized } from './jwt-authorizer.ts';
import type { Lambda } from './lambda.ts';

export interface ApiGatewayOptions {
  readonly routes: readonly DeployedRoute[];
  readonly cors: Cors | undefined;
  readonly invoke: Lambda['invoke'];
  readonly report: (message: string) => void;
}

/** API Gateway's own limit of a request's body; not ours to raise. */
const PAYLOAD_LIMIT = 10 * 1024 * 1024;

/**
 * API Gateway's HTTP API: routes, JWT authorizers and CORS of the template in front of the functions.
 * Its own answers (401, 404, 413, 500) are those of API Gateway, which are not problem+json.
 */
export function createApiGateway({ routes, cors, invoke, report }: ApiGatewayOptions) {
  const find = createRoutes(routes);
  const authorize = createJwtAuthorizer();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://local');
    const matched = find(request.method ?? '', url.pathname);
    if (!matched) return refuse(response, 404, 'Not Found');
    const { route, pathParameters } = matched;
    const { headers } = request;
    const authorization = route.jwt && (await authorize(headers.authorization, route.jwt));
    const body = await readBody(request, PAYLOAD_LIMIT);
    const event = httpEvent({
      request,
      url,
      body,
      routeKey: route.routeKey,
      pathParameters,
      authorization,
      now: Date.now(),
    });
    const outcome = await invoke(route.functionArn, event);
    if ('payload' in outcome) return writeAnswer(response, outcome.payload);
    report(`${route.routeKey}: ${outcome.error.errorType}: ${outcome.error.errorMessage}`);
    return refuse(response, 500, 'Internal Server Error');
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (cors && allowsOrigin(cors, request, response)) {
      if (isPreflight(request)) return answerPreflight(cors, response);
    }
    try {
      await serve(request, response);
    } catch (error) {
      if (error instanceof Unauthorized) {
        response.setHeader('www-authenticate', error.challenge);
        return refuse(response, 401, 'Unauthorized');
      }
      if (error instanceof BodyTooLarge) return refuse(response, 413, 'Request Entity Too Large');
      report(`${request.method}: ${error instanceof Error ? error.stack : String(error)}`);
      return refuse(response, 500, 'Internal Server Error');
    }
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ message }));
}

/** Sets the headers that let a page of an allowed origin read the answer. */
function allowsOrigin(cors: Cors, { headers }: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = headers;
  if (!origin) return false;
  const anyone = cors.AllowOrigins.includes('*');
  if (!anyone && !cors.AllowOrigins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', anyone ? '*' : origin);
  response.setHeader('vary', 'Origin');
  if (cors.AllowCredentials) response.setHeader('access-control-allow-credentials', 'true');
  if (cors.ExposeHeaders.length > 0) {
    response.setHeader('access-control-expose-headers', cors.ExposeHeaders.join(','));
  }
  return true;
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

function answerPreflight(cors: Cors, response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', cors.AllowMethods.join(','));
  response.setHeader('access-control-allow-headers', cors.AllowHeaders.join(','));
  if (cors.MaxAge !== undefined) response.setHeader('access-control-max-age', String(cors.MaxAge));
  response.writeHead(204).end();
}
