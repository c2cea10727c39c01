import { createServer, type RequestListener } from 'node:http';
import * as z from 'zod';

/** A handler behind a port of its own, for as long as a test needs it. */
export async function serving(handler: RequestListener) {
  const server = createServer(handler);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    send: (method: string, path: string, body: unknown) =>
      fetch(base + path, { method, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
