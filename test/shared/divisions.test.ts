import { expect, it } from 'vitest';
import { PROVINCES } from '#functions/shared/divisions.ts';

it('has the 34 divisions of the first level, each once, by the code of its region', () => {
  const names = Object.values(PROVINCES);
  expect(new Set(names).size).toBe(34);
  expect(names.filter((it) => !/^.{2,}(省|市|自治区|特别行政区)$/u.test(it))).toEqual([]);
  expect(Object.keys(PROVINCES).filter((it) => !/^[1-8][0-7]$/.test(it))).toEqual([]);
});
