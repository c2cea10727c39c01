/** What an agent's CSV file may be written in. Excel in Chinese saves GB18030 unless it is told otherwise. */
export const ENCODINGS = ['UTF-8', 'GB18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Tells what a file is written in, from its bytes as they come: UTF-8 where all of it is valid, with
 * or without a byte order mark; else GB18030, where all of it is valid; else undefined.
 */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding | undefined> {
  const possible = new Map(
    ENCODINGS.map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })] as const),
  );
  const read = (piece?: Uint8Array) => {
    for (const [encoding, decoder] of possible) {
      try {
        decoder.decode(piece, { stream: piece !== undefined });
      } catch {
        possible.delete(encoding);
      }
    }
  };
  for await (const piece of bytes) {
    read(piece);
    if (possible.size === 0) return undefined;
  }
  read();
  return [...possible.keys()][0];
}

/** The text of a file as it comes, without a byte order mark; a character cut in two by the pieces stays whole. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
