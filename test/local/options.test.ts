import { expect, it } from 'vitest';
import { optionsOf, UsageError } from '#local/options.ts';

it('runs the sample on port 8787 in .data unless told otherwise', () => {
  expect(optionsOf([])).toEqual({
    port: 8787,
    data: '.data',
    empty: false,
    once: false,
    json: false,
    verbose: false,
    help: false,
  });
  const given = optionsOf(['--once', '--json', '--port', '0', '--data', '/tmp/x']);
  expect(given).toMatchObject({ once: true, json: true, port: 0, data: '/tmp/x' });
});

it.each([
  ['--nonsense'],
  ['surplus'],
  ['--port', 'high'],
  ['--port', '65536'],
  ['--port'],
  ['--data', ''],
])('refuses %s %s', (...args) => {
  expect(() => optionsOf(args)).toThrow(UsageError);
});
