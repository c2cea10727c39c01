import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CANDIDATE_KEY, type Candidate, Release, releaseKey } from '#functions/review/release.ts';
import { reviewsOf } from '#functions/review/replay.ts';
import { type Changes, type ShadowReport, shadowing } from '#functions/review/shadow.ts';
import { replayIfItRuns } from '#functions/review/shadow-run.ts';
import { scriptFunction } from '#functions/runtime/script.ts';
import { ruleSetRelease } from '#infra/rule-set-release.ts';
import { type Stored, withStored } from './stored-decisions.ts';

const USAGE = `Usage: npm run -s shadow -- --last N [--data DIR] [--json]
       npm run -s shadow -- --write DIR

Runs the rule set of this tree over the facts of the last N automatic decisions of a local system, and
prints, rule by rule, which of them would be decided otherwise.

--write DIR  writes this tree's release and names it the candidate: what to put into the bucket of files,
             under rule-sets/, so that it runs in shadow beside the release in force.
`;

/** What a release would decide otherwise of the last decisions. */
export async function shadowOf(stored: Stored, text: string, last: number): Promise<ShadowReport> {
  const reviews = reviewsOf(scriptFunction, Release.parse(JSON.parse(text)));
  const counts = shadowing();
  for await (const it of stored.decisions(last))
    counts.add(it.applicationId, replayIfItRuns(reviews, it));
  return counts.told();
}

/** The report as a person reads it. */
export function shadowLines({ decisions, failed, changes, rules }: ShadowReport): string[] {
  const otherwise = changes.reduce((sum, { count }) => sum + count, 0);
  const counted = (its: Changes) =>
    its.map(({ from, to, count }) => `${from}→${to} ${count}`).join(', ');
  return [
    `${decisions} decisions, ${otherwise} otherwise, ${failed} on which the candidate fails`,
    ...(otherwise > 0 ? [counted(changes)] : []),
    ...rules.flatMap(({ rule, changes: its, applications }) => [
      `${rule}: ${counted(its)}`,
      ...applications.map((id) => `  ${id}`),
    ]),
  ];
}

/** @returns 0 where nothing would be decided otherwise, 1 where something would */
async function main(say: (text: string) => void): Promise<number> {
  const { values } = parseArgs({
    options: {
      last: { type: 'string' },
      data: { type: 'string', default: '.data' },
      json: { type: 'boolean', default: false },
      write: { type: 'string' },
    },
  });
  const { hash, text } = ruleSetRelease();
  if (values.write !== undefined) {
    const candidate: Candidate = { hash };
    const files = { [releaseKey(hash)]: text, [CANDIDATE_KEY]: JSON.stringify(candidate) };
    for (const [key, content] of Object.entries(files)) {
      const file = join(values.write, key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      say(`${file}\n`);
    }
    return 0;
  }
  const last = Number(values.last);
  if (!Number.isSafeInteger(last) || last < 1) {
    say(USAGE);
    return 2;
  }
  const report = await withStored(values.data, (stored) => shadowOf(stored, text, last));
  if (values.json) say(`${JSON.stringify({ hash, ...report })}\n`);
  else for (const line of [`candidate ${hash}`, ...shadowLines(report)]) say(`${line}\n`);
  return report.changes.length === 0 && report.failed === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    process.exitCode = await main((text) => process.stdout.write(text));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
