import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly type?: string;
  /** of a redirect */
  readonly location?: string;
};
/** Route of a demo service: `POST /demo/…` → what it answers; undefined = it stays silent. */
export type Routes = Readonly<
  Record<string, (request: IncomingMessage) => Answer | undefined | Promise<Answer | undefined>>
>;

/** How a demo service fails: not at all, by never answering, or by 500 on every call. */
const Fault = z.strictObject({ mode: z.enum(['none', 'silent', 'error']) });
export type Fault = z.infer<typeof Fault>;

/** A body longer than this is not for a demo service; the form itself is limited to 256 kB. */
const BODY_LIMIT = 256 * 1024;

/** @throws {SyntaxError} when the body is no JSON or too long. */
export const jsonBody = async (request: IncomingMessage): Promise<unknown> =>
  JSON.parse(await bodyOf(request));

/** A form's fields, as a browser or an OAuth client posts them. */
export const formBody = async (request: IncomingMessage): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(await bodyOf(request)));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT) throw new SyntaxError(`body over ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Serves a demo service's routes, with its switch `PUT {base}/fault`. While the switch says
 * `silent`, every other call is left without an answer until the caller gives up.
 *
 * @param fault the switch; a service that knows more ways to fail has a route of its own to set it
 */
export function demoHandler(base: string, routes: Routes, fault: Fault = { mode: 'none' }) {
  const setFault = async (request: IncomingMessage): Promise<Answer> => {
    fault.mode = Fault.parse(await jsonBody(request)).mode;
    return { status: 200, body: { mode: fault.mode } };
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = `${request.method} ${new URL(request.url ?? '/', 'http://demo').pathname}`;
    const serve = routes[route];
    if (route === `PUT ${base}/fault`)
      return answer(response, await attempt(serve ?? setFault, request));
    if (fault.mode === 'silent') return;
    if (fault.mode === 'error') return answer(response, problem(500, 'switched to fail'));
    const found = serve ? await attempt(serve, request) : problem(404, 'no such route');
    return answer(response, found);
  };
}

/** A caller's fault is 400; anything else is ours and is thrown. */
async function attempt(
  serve: Routes[string],
  request: IncomingMessage,
): Promise<Answer | undefined> {
  try {
    return await serve(request);
  } catch (error) {
    if (error instanceof SyntaxError) return problem(400, 'the body is no JSON, or too long');
    if (error instanceof z.ZodError) return problem(400, z.prettifyError(error));
    throw error;
  }
}

export const problem = (status: number, detail: string): Answer => ({
  status,
  body: { status, detail },
  type: 'application/problem+json',
});

function answer(response: ServerResponse, answered: Answer | undefined): void {
  if (!answered) return;
  const { status, body, type = 'application/json', location } = answered;
  const text = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(text);
}
