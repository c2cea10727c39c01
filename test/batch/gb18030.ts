/** Character → its bytes in GB18030, for the two-byte ones; made by reading every pair. */
const PAIRS = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030', { fatal: true });
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    try {
      const text = decoder.decode(Uint8Array.of(first, second));
      if ([...text].length === 1) PAIRS.set(text, [first, second]);
    } catch {
      // no character has these bytes
    }
  }
}

/** Beyond the basic plane, GB18030 counts in four bytes from 0x90308130 on. */
function fourBytes(codePoint: number): number[] {
  const n = codePoint - 0x10000;
  return [
    0x90 + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1_260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  ];
}

/** A text as Excel in Chinese saves it. */
export function inGb18030(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 0x80) return [codePoint];
      if (codePoint >= 0x10000) return fourBytes(codePoint);
      const pair = PAIRS.get(character);
      if (!pair) throw new RangeError(`not among the two-byte characters: ${character}`);
      return pair;
    }),
  );
}
