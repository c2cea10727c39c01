import { expect, it } from 'vitest';
import { inTongue, remarkIn } from '#functions/shared/language.ts';

const told = { zh: '请更换名称。', en: 'Change the name.' };

it.each([
  ['zh-Hans', told.zh],
  ['zh-Hant', '請更換名稱。'],
  ['en', told.en],
] as const)('a text is told in %s', (language, text) => {
  expect(inTongue(language)(told)).toBe(text);
});

it('says beside a text in traditional characters, and nowhere else, that the simplified one counts', () => {
  expect(remarkIn('zh-Hant').remark).toMatch(/簡體/u);
  expect(remarkIn('zh-Hans')).toEqual({});
  expect(remarkIn('en')).toEqual({});
});
