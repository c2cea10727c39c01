import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';

export type Answer = { readonly status: number; readonly body: unknown; readonly type?: string };
/** Route of a demo service: `POST /demo/…` → what it answers. */
export type Routes = Readonly<
  Record<string, (request: IncomingMessage) => Answer | Promise<Answer>>
>;

/** How a demo service fails: not at all, by never answering, or by 500 on every call. */
const Fault = z.strictObject({ mode: z.enum(['none', 'silent', 'error']) });

/** A body longer than this is not for a demo service; the form itself is limited to 256 kB. */
const BODY_LIMIT = 256 * 1024;

/** @throws {SyntaxError} when the body is no JSON or too long. */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT) throw new SyntaxError(`body over ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/**
 * Serves a demo service's routes, with its switch `PUT {base}/fault`. While the switch says
 * `silent`, every other call is left without an answer until the caller gives up.
 */
export function demoHandler(base: string, routes: Routes) {
  let { mode }: z.infer<typeof Fault> = { mode: 'none' };
  const setFault = async (request: IncomingMessage): Promise<Answer> => {
    mode = Fault.parse(await jsonBody(request)).mode;
    return { status: 200, body: { mode } };
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = `${request.method} ${new URL(request.url ?? '/', 'http://demo').pathname}`;
    if (route === `PUT ${base}/fault`) return answer(response, await attempt(setFault, request));
    if (mode === 'silent') return;
    if (mode === 'error') return answer(response, problem(500, 'switched to fail'));
    const serve = routes[route];
    const found = serve ? await attempt(serve, request) : problem(404, 'no such route');
    return answer(response, found);
  };
}

/** A caller's fault is 400; anything else is ours and is thrown. */
async function attempt(serve: Routes[string], request: IncomingMessage): Promise<Answer> {
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

function answer(response: ServerResponse, { status, body, type }: Answer): void {
  const text = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(status, { 'content-type': type ?? 'application/json' }).end(text);
}
