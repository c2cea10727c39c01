import { expect, it } from 'vitest';
import { createProgress } from '#local/progress.ts';

const shownOn = (isTTY: boolean, ...done: readonly number[]): string[] => {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = createProgress(stream, 200);
  for (const registered of done)
    progress.show({ state: 'RUNNING', counts: { registered, unfinished: 9 } });
  progress.end();
  return written;
};

it('writes a line for each change where nobody watches', () => {
  expect(shownOn(false, 0, 0, 50, 200)).toEqual([
    'sample: running 0/200\n',
    'sample: running 50/200\n',
    'sample: running 200/200\n',
  ]);
});

it('draws one bar on a terminal and wipes it at the end', () => {
  const written = shownOn(true, 50, 200);
  expect(written.join('')).not.toContain('\n');
  expect(written[0]).toContain(`${'█'.repeat(10)}${'░'.repeat(30)} running 50/200`);
  expect(written.at(-1)).toBe('\r\u001b[K');
});
