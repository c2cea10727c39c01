/** A percentage as it is typed, with or without its sign. */
export function percentOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s%]/g, '');
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
