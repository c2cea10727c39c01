import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayAll } from '#local/replay.ts';
import { runSample, type SampleResult, wantSample } from '#local/sample-run.ts';
import { shadowOf } from '#local/shadow.ts';
import { withStored } from '#local/stored-decisions.ts';
import { type System, startSystem } from '#local/system.ts';
import { today, withoutRule } from '#test/review/a-release.ts';

const PATIENT = { timeout: 180_000 };
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'replay-'));

let system: System | undefined;
let sample: SampleResult;
beforeAll(async () => {
  wantSample(dataDir);
  system = await startSystem({ dataDir, port: 0, log: () => {} });
  sample = await runSample(system, dataDir, () => {});
}, PATIENT.timeout);
afterAll(async () => {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the command prints, and how it ends. */
async function replayed(): Promise<{ code: number; out: string }> {
  const args = ['local/replay.ts', '--json', '--data', dataDir];
  const run = promisify(execFile)(process.execPath, args, { cwd: ROOT });
  return run.then(
    ({ stdout: out }) => ({ code: 0, out }),
    ({ code, stdout: out }) => ({ code, out }),
  );
}

describe('every automatic decision of the sample', PATIENT, () => {
  it('comes out of its release byte for byte, while the system runs', async () => {
    const { identical, differing, notReplayable } = await withStored(dataDir, replayAll);
    expect({ differing, notReplayable }).toEqual({ differing: [], notReplayable: [] });
    expect(identical).toBeGreaterThanOrEqual(sample.sent.length);
  });

  it('would be the same by the rules of this tree, and another without one of them', async () => {
    const [same, other] = await withStored(dataDir, async (stored) => [
      await shadowOf(stored, today.text, 1000),
      await shadowOf(stored, (await withoutRule('AD-06')).text, 1000),
    ]);
    expect(same).toMatchObject({ failed: 0, changes: [], rules: [] });
    const withoutPlace = sample.actual.filter(({ rules }) => rules.join() === 'AD-06').length;
    expect(withoutPlace).toBeGreaterThan(4);
    expect(other?.rules.find(({ rule }) => rule === 'AD-06')).toMatchObject({
      changes: [{ from: 'RETURN', to: 'APPROVE', count: withoutPlace }],
      applications: { length: withoutPlace },
    });
  });

  it('comes out of its release when the system is stopped, by one command', async () => {
    await system?.stop();
    system = undefined;
    const { code, out } = await replayed();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ differing: [], notReplayable: [] });
  });

  it('is not replayed by a release that somebody changed', async () => {
    const release = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(`${today.hash}.json._S3rver_object`),
    );
    const file = join(dataDir, release ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"RETURN"', '"REFER"'));
    const { code, out } = await replayed();
    expect(code).toBe(1);
    const { identical, notReplayable } = JSON.parse(out);
    expect(identical).toBe(0);
    expect(notReplayable.length).toBeGreaterThanOrEqual(sample.sent.length);
  });
});
