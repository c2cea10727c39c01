import type { Bundle, Content, Kind, Published } from './an-edition.ts';

export const TYPES = ['LIMITED_COMPANY', 'SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS'] as const;

/** Lanes of which all automatic decisions can be switched off. */
export const LANES = ['ONLINE', 'BATCH'] as const;

/**
 * What counts today of one item of a kind, in the form of an edition; undefined where nothing does.
 *
 * @param item bundle, year, rule or lane; '' where there is but one
 */
export function presentOf(
  kind: Kind,
  item: string,
  { limits, calendar, words, switchedOff }: Published,
  bundles: readonly Bundle[],
): Content | undefined {
  switch (kind) {
    case 'LIMITS':
      return { kind, figures: limits.figures };
    case 'STOP_LIST':
      return { kind, words };
    case 'CALENDAR': {
      const holidays = calendar.holidays.filter(({ until }) => until.startsWith(item));
      const makeUpDays = calendar.makeUpDays.filter((day) => day.startsWith(item));
      if (holidays.length === 0) return undefined;
      return { kind, calendar: { year: Number(item), holidays, makeUpDays } };
    }
    case 'BUNDLE': {
      const found = bundles.find(({ id }) => id === item);
      if (!found) return undefined;
      const { from: _from, until: _until, ...bundle } = found;
      const types = TYPES.filter((it) => bundle.types.includes(it));
      const [core, options] = [[...bundle.core], [...bundle.options]];
      return { kind, bundle: { ...bundle, types, core, options } };
    }
    case 'SWITCHES': {
      if (item === 'ONLINE' || item === 'BATCH')
        return { kind, of: { lane: item }, on: !switchedOff.lanes.includes(item) };
      return { kind, of: { rule: item }, on: !switchedOff.rules.includes(item) };
    }
  }
}
