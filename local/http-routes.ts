import type { DeployedRoute } from './deployed-route.ts';

export interface Matched {
  readonly route: DeployedRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly route: DeployedRoute;
  readonly method: string;
  readonly segments: readonly string[];
}

/** `{id}` takes one segment of a path, `{proxy+}` the rest. */
const VARIABLE = /^\{(\w+)(\+?)\}$/;

/**
 * Finds the route of a request as API Gateway does: the most specific path first (a literal segment
 * before a variable, a variable before a greedy one), the method before `ANY`, `$default` at last.
 */
export function createRoutes(routes: readonly DeployedRoute[]) {
  const patterns = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map((route): Pattern => {
      const [method = '', path = ''] = route.routeKey.split(' ');
      return { route, method, segments: path.split('/').slice(1) };
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');

  return (method: string, path: string): Matched | undefined => {
    const segments = path.split('/').slice(1);
    for (const { route, method: wanted, segments: pattern } of patterns) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const pathParameters = match(pattern, segments);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

const rank = ({ method, segments }: Pattern): string =>
  segments
    .map((segment) => {
      const variable = VARIABLE.exec(segment);
      if (!variable) return '0';
      return variable[2] ? '2' : '1';
    })
    .join('') + (method === 'ANY' ? '9' : '8');

function match(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const variable = VARIABLE.exec(expected);
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (!variable) {
      if (segment !== expected) return undefined;
      continue;
    }
    const [, name = '', greedy] = variable;
    if (greedy) return { ...parameters, [name]: decoded(segments.slice(index).join('/')) };
    if (segment === '') return undefined;
    parameters[name] = decoded(segment);
  }
  return segments.length === pattern.length ? parameters : undefined;
}

/** What is no proper percent-encoding stays as it was sent. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
