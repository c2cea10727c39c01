/** Tone marks off, ü as v: lǜ → lv. */
const toneless = (reading: string): string =>
  reading
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/\p{M}/gu, '');

/**
 * The first character of each syllable in the order in which a Chinese collator (CLDR, pinyin) puts
 * characters: the split of the sorted characters that agrees with most of their readings.
 */
export function syllableStarts(
  characters: readonly string[],
  readings: readonly (string | readonly string[])[],
): readonly string[] {
  const byCharacter = new Map(
    characters.map((it, at) => [it, new Set([readings[at] ?? []].flat().map(toneless))] as const),
  );
  const sorted = characters.toSorted(new Intl.Collator('zh').compare);
  const places = Map.groupBy(
    sorted.flatMap((it, at) => {
      const [only, ...more] = byCharacter.get(it) ?? [];
      return only && more.length === 0 ? [[only, at] as const] : [];
    }),
    ([syllable]) => syllable,
  );
  const syllables = [...places]
    .map(([syllable, its]) => [syllable, its[its.length >> 1]?.[1] ?? 0] as const)
    .toSorted(([, a], [, b]) => a - b)
    .map(([syllable]) => syllable);

  // best[k]: most agreements of the characters so far where the present one stands in syllable k
  let best = syllables.map((_, k) => (k === 0 ? 0 : Number.NEGATIVE_INFINITY));
  const stepped: boolean[][] = [];
  for (const character of sorted) {
    const its = byCharacter.get(character);
    const steps: boolean[] = [];
    best = best.map((stay, k) => {
      const step = k === 0 ? Number.NEGATIVE_INFINITY : (best[k - 1] ?? 0);
      steps.push(step > stay);
      return Math.max(stay, step) + (its?.has(syllables[k] ?? '') ? 1 : 0);
    });
    stepped.push(steps);
  }
  const starts = [sorted[0] ?? ''];
  let k = best.indexOf(Math.max(...best));
  process.stdout.write(`${Math.max(...best)} of ${sorted.length} agree; ${k + 1} syllables\n`);
  for (let at = sorted.length - 1; at > 0; at -= 1) {
    if (!stepped[at]?.[k]) continue;
    starts.splice(1, 0, sorted[at] ?? '');
    k -= 1;
  }
  return starts;
}
