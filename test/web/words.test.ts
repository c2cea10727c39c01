import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { languageAskedFor } from '#web/language-asked-for.ts';
import { en, zhHans, zhHant } from './every-word.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its path; plural forms of one text are one. */
const textsOf = (tree: Tree, path = ''): [path: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  );
const filledBy = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const folder = new URL('../../web/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(dist|words)\//.test(path))
  .map((path) => ({ path, source: readFileSync(new URL(path, folder), 'utf8') }));

const Node = z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) });

/** Members of the form, and of what it is made of, by their names. */
function membersOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(membersOf);
  const node = Node.safeParse(schema).data;
  if (!node) return [];
  const { properties, ...others } = node;
  return [
    ...Object.keys(properties),
    ...membersOf(Object.values(properties)),
    ...membersOf(Object.values(others)),
  ];
}

describe('the words of the pages', () => {
  it.each([
    ['zh-Hant', zhHant],
    ['en', en],
  ])('are all there in %s, and are filled by the same', (_, words) => {
    const given = new Map(textsOf(words));
    const counted = textsOf(zhHans);
    expect([...given.keys()]).toEqual(counted.map(([path]) => path));
    for (const [path, text] of counted) {
      const other = given.get(path) ?? '';
      expect({ path, isEmpty: other.trim() === '' }).toEqual({ path, isEmpty: false });
      if (!path.endsWith('_one'))
        expect({ path, filled: filledBy(other) }).toEqual({ path, filled: filledBy(text) });
    }
  });

  it('are in no other place: no page has a text of its own but the languages’ names', () => {
    const chinese = sources.filter(({ source }) => /\p{Script=Han}/u.test(source));
    expect(chinese.map(({ path }) => path)).toEqual(['frame.tsx']);
  });

  it('are all used', () => {
    const all = sources.map(({ source }) => source).join('\n');
    const unused = textsOf(zhHans)
      .map(([path]) => path.replace(/_(one|other)$/, ''))
      .filter((path) => {
        const parent = path.slice(0, path.lastIndexOf('.'));
        return !all.includes(`'${path}'`) && !all.includes(`\`${parent}.\${`);
      });
    expect(unused).toEqual([]);
  });

  it('name every member of the form', () => {
    const members = [...new Set(membersOf(z.toJSONSchema(ApplicationForm, { io: 'input' })))];
    expect(members.length).toBeGreaterThan(60);
    expect(members.filter((name) => !Object.hasOwn(zhHans.field, name))).toEqual([]);
  });

  it('are traditional where they are said to be', () => {
    const simplified = /[们这个为与认证执业经册办发给没还会开关签络页说读请]/u;
    expect(simplified.test(zhHans.landing.lead)).toBe(true);
    expect(textsOf(zhHant).filter(([, text]) => simplified.test(text))).toEqual([]);
  });
});

describe('the language asked for', () => {
  it.each([
    [['zh-CN'], 'zh-Hans'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['zh-Hant-MO'], 'zh-Hant'],
    [['zh-TW'], 'zh-Hant'],
    [['fr', 'en-US'], 'en'],
    [['fr'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ])('of %j is %s', (asked, language) => {
    expect(languageAskedFor(asked)).toBe(language);
  });
});
