import type { Bundle, BundleOn } from '../scope/bundle.ts';
import { BUNDLES, bundleInForce } from '../scope/catalogue.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { confirmed, countingOn, type Of } from './counting-editions.ts';
import type { Edition } from './edition.ts';

/** The edition of a bundle that counts on a day; absent where what was released with the system counts. */
export const bundlePublished = (
  editions: readonly Edition[],
  id: string,
  on: LegalDate,
): Of<'BUNDLE'> | undefined =>
  countingOn(editions, 'BUNDLE', on).find(({ content }) => content.bundle.id === id);

const LAST_DAY = '9999-12-31';

/** How bundles are found: those that were published, before those released with the system. */
export const bundlesOf =
  (editions: readonly Edition[]): BundleOn =>
  (id, on) => {
    const found = bundlePublished(editions, id, on);
    if (!found) return bundleInForce(id, on);
    const { bundle } = found.content;
    return 'ended' in bundle ? undefined : { ...bundle, from: found.from ?? on, until: LAST_DAY };
  };

/** The bundles that are in force on a day: those released with the system in their order, then others. */
export function bundlesOn(editions: readonly Edition[], on: LegalDate): Bundle[] {
  const bundleOn = bundlesOf(editions);
  const published = confirmed(editions, 'BUNDLE').map(({ content }) => content.bundle.id);
  const ids = new Set([...BUNDLES.map(({ id }) => id), ...published.toSorted()]);
  return [...ids].flatMap((id) => bundleOn(id, on) ?? []);
}
