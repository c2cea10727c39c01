import banned from '../functions/name/banned-words.json' with { type: 'json' };
import { INDUSTRY_WORDS } from '../functions/name/industry-words.ts';
import { NAME_DIVISIONS } from '../functions/name/place-names.ts';
import { FORMS } from '../functions/name/trade-name.ts';

/** Every character of the words that names are searched for. */
export const vocabulary = (): ReadonlySet<string> =>
  new Set(
    [...NAME_DIVISIONS, ...INDUSTRY_WORDS.keys(), ...FORMS, JSON.stringify(banned)].flatMap(
      (word) => [...word],
    ),
  );
