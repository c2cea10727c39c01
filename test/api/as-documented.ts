import * as z from 'zod';
import { PROBLEMS } from '#functions/api/problems.ts';
import { ProblemView } from '#functions/api/public-view.ts';
import { problemsOf, type Route, routeKey } from '#functions/api/route.ts';
import type { Answer } from '#test/journeys/api.ts';

const OfGateway = z.strictObject({ message: z.string() });

/**
 * Holds an answer to its line of the route table: status, media type, and every member of the body.
 *
 * @throws {Error} for an answer that the table does not foresee
 */
export function asDocumented(route: Route, { status, headers, body }: Answer): void {
  const at = `${routeKey(route)} ${status}`;
  const media = headers.get('content-type')?.split(';')[0];
  const { 200: ok, 201: made, 202: taken } = route.answers;
  const schema = { 200: ok, 201: made, 202: taken }[status];
  const fails = (why: string): never => {
    throw new Error(`${at}: ${why}`);
  };
  if (schema) {
    if (media !== (route.media ?? 'application/json')) fails(`is ${media}`);
    const parsed = schema.safeParse(body);
    if (!parsed.success) fails(z.prettifyError(parsed.error));
    return;
  }
  if (status === 401 && route.audiences.length > 0) {
    OfGateway.parse(body);
    return;
  }
  if (media !== 'application/problem+json') fails('is not in the table');
  const problem = ProblemView.parse(body);
  const slug = problemsOf(route).find((it) => problem.type.endsWith(`/problems/${it}`));
  if (!slug) fails(`${problem.type} is not in the table`);
  else if (PROBLEMS[slug].status !== status || problem.status !== status) fails('wrong status');
}
