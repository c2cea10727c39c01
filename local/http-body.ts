import type { IncomingMessage } from 'node:http';

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * The whole body of a request.
 *
 * @throws {BodyTooLarge} above `limit` bytes; what is still to come is read and thrown away.
 */
export async function readBody(request: IncomingMessage, limit = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
  }
  if (bytes > limit) throw new BodyTooLarge(`more than ${limit} bytes`);
  return Buffer.concat(chunks);
}
