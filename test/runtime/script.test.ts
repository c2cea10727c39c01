import { describe, expect, it } from 'vitest';
import { scriptFunction } from '#functions/runtime/script.ts';

const answerOf = (expression: string) => JSON.parse(scriptFunction('', expression)('{"n":20}'));

describe('a script', () => {
  it('is called by JSON and answers JSON', () => {
    const twice = scriptFunction('const twice = (it) => it * 2;', '({ n: twice(argument.n) })');
    expect(twice('{"n":21}')).toBe('{"n":42}');
    expect(twice('{"n":4}')).toBe('{"n":8}');
  });

  it.each(['process', 'require', 'Buffer', 'fetch', 'setTimeout', 'console', 'Intl', 'atob'])(
    'has no %s',
    (name) => expect(answerOf(`typeof ${name}`)).toBe('undefined'),
  );

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'eval("1")', 'Function("1")()'])(
    'cannot %s',
    (call) => expect(() => answerOf(call)).toThrow(),
  );

  it('may reckon with a date that it was given', () => {
    expect(answerOf("new Date('2026-11-23').getUTCDay()")).toBe(1);
    expect(answerOf("Date.parse('1970-01-02T00:00:00.000Z')")).toBe(86_400_000);
  });

  it('cannot reach what runs it through what it is given', () => {
    expect(answerOf('globalThis.constructor.constructor === Function')).toBe(true);
    expect(() => answerOf('argument.constructor.constructor("return process")()')).toThrow();
  });

  it('is ended when it takes too long', { timeout: 20_000 }, () => {
    expect(() => scriptFunction('for (;;);', '1')).toThrow(/timed out/);
    expect(() => answerOf('(() => { for (;;); })()')).toThrow(/timed out/);
  });
});
