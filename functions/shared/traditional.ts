import table from './traditional.json' with { type: 'json' };

const [simplified = '', becomes = ''] = table.characters;
const PAIRS = new Map([
  ...[...simplified].map((it, at) => [it, [...becomes][at] ?? it] as const),
  ...Object.entries(table.words),
]);
/** The longest words first, then the characters that change. */
const CHANGE = new RegExp(
  [...Object.keys(table.words).toSorted((a, b) => b.length - a.length), `[${simplified}]`].join(
    '|',
  ),
  'gu',
);

/**
 * A text of ours in traditional characters, as they are written in Hong Kong and Macao. By a table
 * made from our own texts (`npm run rules`), so it is right for them alone: what people and other
 * authorities wrote is never put through it. The simplified text counts.
 */
export const traditional = (text: string): string =>
  text.replaceAll(CHANGE, (it) => PAIRS.get(it) ?? it);

/** Said beside a text in traditional characters. */
export const SIMPLIFIED_COUNTS = traditional('以简体中文文本为准。');
