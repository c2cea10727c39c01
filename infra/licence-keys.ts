/**
 * One of the keys that licences, status lists and notices are signed with. Its name is the id of its
 * construct, so it is never renamed and never used for another key.
 *
 * SIGNS: signs, and is published. PUBLISHED: others know it already and it does not sign yet, or it
 * signed and its licences are out. WITHDRAWN: compromised, so that nothing signed by it counts any more.
 */
export type LicenceKey =
  | { readonly name: LicenceKeyName; readonly use: 'SIGNS' | 'PUBLISHED' }
  | {
      readonly name: LicenceKeyName;
      readonly use: 'WITHDRAWN';
      /** the day from which it is no longer published, YYYY-MM-DD */
      readonly on: string;
    };

/** The first has no date in its name, those after it have, e.g. LicenceKey202711. */
type LicenceKeyName = `LicenceKey${string}`;

/** Of a deployment that has not changed its key yet. */
export const FIRST_KEY: readonly LicenceKey[] = [{ name: 'LicenceKey', use: 'SIGNS' }];

/**
 * The key that signs, first; then the others.
 *
 * @throws {RangeError} unless exactly one signs and no name stands twice
 */
export function signingFirst(keys: readonly LicenceKey[]): readonly [LicenceKey, ...LicenceKey[]] {
  const [signs, ...more] = keys.filter(({ use }) => use === 'SIGNS');
  if (signs === undefined || more.length > 0) throw new RangeError('one licence key signs');
  if (new Set(keys.map(({ name }) => name)).size < keys.length)
    throw new RangeError('a licence key is named twice');
  return [signs, ...keys.filter((key) => key !== signs)];
}
