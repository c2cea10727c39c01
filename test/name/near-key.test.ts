import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import alike from '#functions/name/look-alikes.json' with { type: 'json' };
import { nearKey } from '#functions/name/near-key.ts';
import { nonStandard } from '#functions/name/standard-characters.ts';

describe('a 字号 that can be taken for another', () => {
  it.each([
    ['by sound', '腾讯', '腾迅'],
    ['by sound, tones aside', '华为', '花味'],
    ['by script', '腾讯', '騰訊'],
    ['by script, of a character with a sound of its own', '晨岚', '晨嵐'],
    ['by shape', '晴岚', '睛岚'],
    ['by shape, of two that both stand for a third', '己信', '巳信'],
    ['by order', '鹿鸣溪', '溪鸣鹿'],
    ['by letters', 'ABC晨', 'ａｂｃ晨'],
    ['by what cannot be seen', '晨\u200b岚', '晨岚'],
    ['by ü and its stand-in', '绿洲', '律洲'],
  ])('%s has the same key', (_, one, other) => {
    expect(nearKey(one)).toBe(nearKey(other));
  });

  it.each([
    ['晨岚', '晨蓝山'],
    ['晨岚', '明岚'],
    ['女娲', '奴娲'],
    ['安宁', '昂宁'],
    ['晨岚岚', '晨晨岚'],
  ])('%s and %s cannot', (one, other) => {
    expect(nearKey(one)).not.toBe(nearKey(other));
  });

  it.each([
    ['陈晨尘沉臣', 'chen'],
    ['岚兰蓝澜览', 'lan'],
    ['嘉佳家加', 'jia'],
    ['鑫欣新心馨', 'xin'],
    ['盛胜圣声', 'sheng'],
    ['深身神审', 'shen'],
    ['吖阿啊', 'a'],
    ['作做坐座', 'zuo'],
  ])('the characters of %s (%s) sound alike', (characters) => {
    expect(new Set([...characters].map(nearKey)).size).toBe(1);
  });

  it('has a key for whatever is written, whatever its order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), (it) => {
        expect(nearKey(it.join(''))).toBe(nearKey(it.toReversed().join('')));
      }),
      { examples: [[['A', 'Σ']], [['΄', 'Ă']]] },
    );
  });
});

describe('look-alikes', () => {
  it('are standard characters, each in one group', () => {
    const all = alike.groups.flatMap((group) => [...group]);
    expect(all.filter((it) => nonStandard(it).length > 0)).toEqual([]);
    expect(all.length).toBe(new Set(all).size);
  });

  it('sound different, or need no group', () => {
    const first = (group: string) => [...group].slice(1).map((it) => [group.charAt(0), it]);
    expect(alike.groups.flatMap(first)).not.toHaveLength(0);
    expect(alike.groups.filter((group) => new Set([...group]).size < 2)).toEqual([]);
  });
});
