import type { WriteStream } from 'node:tty';
import type { Batch } from './batch-client.ts';

const WIDTH = 40;
const ENDED = ['registered', 'returned', 'referred', 'invalid'];

/** Shows how far a batch of so many rows is: a bar on a terminal, else a line at each change. */
export function createProgress(stream: Pick<WriteStream, 'write' | 'isTTY'>, rows: number) {
  let last = '';
  return {
    show({ state, counts }: Batch): void {
      const done = ENDED.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
      const line = `${state.toLowerCase()} ${done}/${rows}`;
      if (line === last) return;
      last = line;
      if (!stream.isTTY) {
        stream.write(`sample: ${line}\n`);
        return;
      }
      const full = Math.round((WIDTH * Math.min(done, rows)) / rows);
      stream.write(`\r\u001b[Ksample ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${line}`);
    },
    end(): void {
      if (stream.isTTY && last) stream.write('\r\u001b[K');
    },
  };
}
