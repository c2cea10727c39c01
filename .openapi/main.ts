import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { breakingChanges } from './breaking-changes.ts';
import { openApiOf } from './document.ts';
import { Exchange } from './exchange.ts';

const COMMITTED = 'functions/api/openapi.json';
const file = new URL(`../${COMMITTED}`, import.meta.url);
const examples = z
  .array(Exchange)
  .parse(JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')));
const text = `${JSON.stringify(openApiOf(examples), null, 1)}\n`;

/** The document as a commit has it; undefined where there is no such commit, or no history at all. */
function asOf(commit: string): unknown {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 } as const;
    return JSON.parse(execFileSync('git', ['show', `${commit}:${COMMITTED}`], options));
  } catch {
    return undefined;
  }
}

/** `check` writes nothing: it fails where the document is not what the tables give, or breaks clients. */
function check(): string[] {
  const stale = readFileSync(file, 'utf8') !== text;
  const breaks = ['HEAD', 'HEAD~1'].flatMap((commit) => {
    const before = asOf(commit);
    return before === undefined ? [] : breakingChanges(before, JSON.parse(text));
  });
  return [
    ...(stale ? [`${COMMITTED} is not what the route tables give: npm run openapi`] : []),
    ...new Set(breaks.map((it) => `breaks clients: ${it}`)),
  ];
}

if (process.argv[2] === 'check') {
  const faults = check();
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  writeFileSync(file, text);
}
