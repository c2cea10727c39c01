import * as z from 'zod';
import type { FunctionName } from '#functions/catalogue.ts';
import { Lost, type World } from './world.ts';

const Answer = z.object({ statusCode: z.number(), body: z.string().default('{}') });

/** How often a client tries again when it gets no answer, or is told that it is our fault. */
const TRIES = 5;

/** Who calls, as the token says; nobody in particular where a route asks for no token. */
export interface Caller {
  readonly subject: string;
  readonly audience?: 'applicant' | 'agent' | 'official';
  readonly grade?: 'SUPERVISOR';
}
interface Request {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** the body as it came */
  readonly text: string;
}
export const at = (version: number) => ({ 'if-match': `"${version}"` });

/** Calls a function at its door as API Gateway does, and tries again as a good client does. */
export const doorOf =
  (world: World) =>
  async (
    name: FunctionName,
    { subject, audience, grade }: Caller,
    route: string,
    { parameters = {}, body, headers = {} }: Request = {},
  ): Promise<Reply> => {
    const registrars = '[440115 440106 000000]';
    const claims = { sub: subject, aud: audience, registrars, ...(grade && { grade }) };
    const event = {
      version: '2.0',
      routeKey: route,
      headers: { 'content-type': 'application/json', ...headers },
      pathParameters: parameters,
      ...(body && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: {
        requestId: 'history',
        ...(audience && { authorizer: { jwt: { claims } } }),
      },
    };
    for (let tries = 1; ; tries++) {
      try {
        const answer = Answer.parse(await world.call(name, `door / ${route}`, event));
        if (answer.statusCode >= 500 && tries < TRIES) continue;
        if (answer.statusCode >= 400)
          world.say(`${subject} ${route} ${answer.statusCode} ${answer.body.slice(0, 160)}`);
        return {
          status: answer.statusCode,
          body: JSON.parse(answer.body) as unknown,
          text: answer.body,
        };
      } catch (error) {
        if (!(error instanceof Lost) || tries === TRIES) throw error;
      }
    }
  };
export type Door = ReturnType<typeof doorOf>;
