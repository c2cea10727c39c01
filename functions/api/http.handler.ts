import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { logger } from '../runtime/logger.ts';
import { placesOf } from '../runtime/task-handler.ts';
import { inTongue, remarkIn } from '../shared/language.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem-of.ts';
import { PROBLEMS, Problem } from './problems.ts';
import {
  type Answer,
  type Caller,
  idempotencyKeyOf,
  parsedBody,
  parsedQuery,
  type UseCases,
  versionOf,
} from './request.ts';
import { type Audience, type Route, routeKey } from './route.ts';

/** Answers are data, never pages: nothing of them is to be sniffed, framed, kept or referred from. */
const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** A public route has no authoriser, so its event has none. */
type Event = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'> &
    Partial<Pick<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'>>;
};

/**
 * One audience's route table as a Lambda handler: API Gateway has matched the route and checked the
 * token; here the call is parsed, the use case answers, and every failure becomes a problem (RFC 9457).
 */
export const httpHandler = <Table extends Record<string, Route>>(
  table: Table,
  useCases: UseCases<Table>,
  problemBase: string,
) => {
  const byKey = new Map(
    Object.entries(table).map(([name, route]) => [routeKey(route), { name, route }]),
  );

  return async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const matched = byKey.get(event.routeKey);
      if (!matched) throw new Problem('not-found');
      // The table ties each name to its route's call; the map between them forgets which is which.
      const useCase = useCases[matched.name] as unknown as (call: unknown) => Promise<Answer>;
      return answered(await useCase(callOf(event, matched.route)));
    } catch (error) {
      return problemAnswer(event, error, problemBase);
    }
  };
};

function callOf(event: Event, route: Route): object {
  const { headers } = event;
  const text =
    event.body === undefined || !event.isBase64Encoded
      ? event.body
      : Buffer.from(event.body, 'base64').toString('utf8');
  return {
    parameters: event.pathParameters ?? {},
    body: parsedBody(route.body, text),
    query: parsedQuery(route.query, event.queryStringParameters),
    caller: route.audiences.length > 0 ? callerOf(event, route.audiences) : undefined,
    language: languageOf(headers['accept-language']),
    idempotencyKey: route.creates && idempotencyKeyOf(headers['idempotency-key']),
    version: route.changes && versionOf(headers['if-match']),
  };
}

/** API Gateway passes claims as text: a list arrives as `[440115 440106]`. */
function callerOf(
  { requestContext: { authorizer } }: Event,
  audiences: readonly Audience[],
): Caller {
  const { sub, aud, registrars = '', grade } = authorizer?.jwt.claims ?? {};
  const given = textsOf(aud);
  const audience = audiences.find((it) => given.includes(it));
  if (!audience || typeof sub !== 'string' || sub === '') throw new Problem('not-found');
  return {
    subject: sub,
    audience,
    registrars:
      audience === 'official' ? textsOf(registrars).filter((it) => /^\d{6}$/.test(it)) : [],
    grade: grade === 'SUPERVISOR' ? grade : 'OFFICER',
  };
}

const textsOf = (claim: unknown): string[] =>
  JSON.stringify(claim ?? '').match(/[^\s[\],"\\]+/g) ?? [];

const answered = ({
  status,
  body,
  version,
  headers,
}: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...SECURITY_HEADERS,
    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
    ...(version !== undefined && { etag: `"${version}"` }),
    ...headers,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
});

function problemAnswer(
  event: Event,
  error: unknown,
  base: string,
): APIGatewayProxyStructuredResultV2 {
  const { slug, errors } = problemOf(error) ?? { slug: 'internal', errors: [] };
  const { requestId } = event.requestContext;
  if (PROBLEMS[slug].status >= 500) {
    logger.error('request failed', {
      requestId,
      routeKey: event.routeKey,
      failure: error instanceof Error ? error.name : 'unknown',
      stack: placesOf(error),
    });
  }
  const language = languageOf(event.headers['accept-language']);
  const { status, zh, en } = PROBLEMS[slug];
  const said = inTongue(language);
  const body = {
    type: `${base}/${slug}`,
    title: said({ zh: zh.title, en: en.title }),
    status,
    detail: [said({ zh: zh.help, en: en.help }), remarkIn(language).remark].join(''),
    instance: `urn:request:${requestId}`,
    ...(errors.length > 0 && { errors }),
  };
  return {
    statusCode: status,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...(slug === 'contended' && { 'retry-after': '1' }),
      ...(slug === 'identity-provider-silent' && { 'retry-after': '60' }),
    },
    body: JSON.stringify(body),
  };
}
