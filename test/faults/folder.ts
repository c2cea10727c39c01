import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files in memory, where the system has them: they outlive a killed process as well, and no commit waits for a disk. */
const IN_MEMORY = '/dev/shm';

/** A new folder for a world's files. */
export const newFolder = (name: string): string =>
  mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), `${name}-`));
