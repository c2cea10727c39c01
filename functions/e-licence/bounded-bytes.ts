/**
 * Reads a stream whole, unless it brings more than `limit` bytes: then it stops there and answers undefined. What is
 * above the limit is neither kept nor, for a stream that is made while it is read, made.
 */
export async function bytesUpTo(
  limit: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
