import { once } from 'node:events';
import type { Server } from 'node:http';

/** Listens on this machine only; port 0 = any. Answers the port. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return address.port;
}
