import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DefenceFile } from '#functions/defence/defence-file.ts';
import { RULE_SET } from '#functions/review/rule-set.ts';
import type { LicenceKey } from '#infra/licence-keys.ts';
import { replayAll } from '#local/replay.ts';
import { shadowOf } from '#local/shadow.ts';
import { withStored } from '#local/stored-decisions.ts';
import { type System, startSystem } from '#local/system.ts';
import { verify } from '#local/verify.ts';
import {
  aCompanyOfToday,
  aCompanyOfTodayWithHunan,
  aTradeName,
} from '#test/builders/a-form-of-today.ts';
import { verified } from '#test/defence/verified.ts';
import { today } from '#test/review/a-release.ts';
import { type Api, apiOf, problemOf } from './api.ts';
import { anApplicant, type ReadApplication } from './applicant.ts';
import { anOfficial } from './official.ts';
import { readNotices } from './read-notices.ts';
import { eventually, PATIENT } from './running-system.ts';

const THEN: readonly LicenceKey[] = [
  { name: 'LicenceKey', use: 'SIGNS' },
  { name: 'LicenceKeyNext', use: 'PUBLISHED' },
];
const NOW: readonly LicenceKey[] = [
  { name: 'LicenceKey', use: 'PUBLISHED' },
  { name: 'LicenceKeyNext', use: 'SIGNS' },
];
const OLD_RULE_SET = '2025-05';
const OLD_WORDING = '同一股东只列一次（旧版文字）。';

const folder = mkdtempSync(join(tmpdir(), 'defence-'));
let system: System | undefined;
let supervisor: Api;
let applications: { registered: ReadApplication; returned: ReadApplication; refused: string };

const start = (licenceKeys: readonly LicenceKey[], code?: string) =>
  startSystem({
    dataDir: join(folder, 'data'),
    port: 0,
    log: () => {},
    licenceKeys,
    ...(code && { code }),
  });

/** The functions of another release: a rule set of another name, one rule of which reads otherwise and warns of more. */
function anOlderRelease(): string {
  const code = join(folder, 'code');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const name of ['functions', '.rules'])
    cpSync(join(root, name), join(code, name), { recursive: true });
  for (const name of ['node_modules', 'workflows', 'infra', 'package.json'])
    symlinkSync(join(root, name), join(code, name));
  const rewrite = (file: string, from: string, to: string) => {
    const path = join(code, 'functions/review', file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  rewrite('rule-set.ts', `id: '${RULE_SET.id}'`, `id: '${OLD_RULE_SET}'`);
  rewrite('rules/shareholders-one-to-fifty.ts', '同一股东只列一次。', OLD_WORDING);
  rewrite(
    'rules/shareholders-one-to-fifty.ts',
    `if (shareholders.length > 50)
      faults.unshift({`,
    `if (shareholders.length > 1)
      faults.unshift({ consequence: 'WARN',`,
  );
  execFileSync(process.execPath, ['.rules/main.ts'], { cwd: code });
  return code;
}

/** Registers, returns and refuses one each, by the older release. */
async function decideThen(running: System): Promise<typeof applications> {
  const applicant = await anApplicant(running);
  const registered = await applicant.oneClick(await aCompanyOfTodayWithHunan(running.hunan));
  const returned = await applicant.oneClick(
    aCompanyOfToday({ premises: { kind: 'OWN', proof: 'LEASE' } }),
  );
  const { id } = await applicant.oneClick(
    aCompanyOfToday({ name: `广州市南沙区${aTradeName()}中国百货有限公司` }),
  );
  const waiting = await eventually(
    () => applicant.read(id),
    (it) => it.case !== undefined,
  );
  const official = anOfficial(running.baseUrl, await running.token('official-nansha'));
  const caseId = waiting.case?.id ?? '';
  await official.settle(caseId, 'REFUSE', '字号含有国家字样，未经批准。');
  await eventually(
    () => applicant.read(id),
    (it) => it.state === 'REFUSED',
    30_000,
  );
  for (const it of [registered.id, returned.id, id]) await readNotices(applicant.api, it);
  return { registered, returned, refused: caseId };
}

beforeAll(async () => {
  system = await start(THEN, anOlderRelease());
  applications = await decideThen(system);
  await system.stop();
  system = await start(NOW);
  supervisor = apiOf(system.baseUrl, await system.token('supervisor'));
}, 180_000);
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (path: string): Promise<string> => {
  const { status, body } = await supervisor.get(path);
  expect(status).toBe(200);
  return JSON.stringify(body);
};
const ofApplication = ({ id }: Pick<ReadApplication, 'id'>) =>
  text(`/v1/applications/${id}/defence-file`);
const ofCase = (id: string) => text(`/v1/cases/${id}/defence-file`);

describe('a defence file, after keys were rotated and the rule set replaced', PATIENT, () => {
  it.each([
    ['registered', () => ofApplication(applications.registered)],
    ['returned', () => ofApplication(applications.returned)],
    ['refused by an official', () => ofCase(applications.refused)],
  ])('of a case that was %s holds', async (_, read) => {
    const { checks, holds } = await verified(await read());
    expect(checks.filter((it) => !it.holds)).toEqual([]);
    expect(holds).toBe(true);
    expect(checks.length).toBeGreaterThan(5);
  });

  it('has the rules and the keys of that time, and a seal of today', async () => {
    const { sections } = DefenceFile.parse(
      JSON.parse(await ofApplication(applications.registered)),
    );
    expect(sections.decisions).toMatchObject([{ ruleSet: { id: OLD_RULE_SET } }]);
    expect(JSON.stringify(sections.rules)).toContain(OLD_WORDING);
    const [signs, retired] = sections.keys.ours;
    expect(sections.register.licence?.keyId).toBe(retired?.thumbprint);
    const file = await ofApplication(applications.registered);
    const { checks } = await verified(file, signs?.thumbprint);
    expect(checks[1]).toEqual({ holds: true, says: 'That is the key expected.' });
    expect((await verified(file, retired?.thumbprint)).holds).toBe(false);
  });

  it('comes out once more by the rules of that time, byte for byte', async () => {
    const { checks } = await verified(await ofApplication(applications.returned));
    expect(checks.map(({ says }) => says)).toContainEqual(
      expect.stringMatching(/^RETURN at .* its rules decide the same, byte for byte\.$/),
    );
    const { sections } = DefenceFile.parse(
      JSON.parse(await ofApplication(applications.registered)),
    );
    const [decision] = sections.decisions;
    expect(decision?.findings).toContainEqual(expect.objectContaining({ rule: 'CP-03' }));
  });

  it('would have been decided otherwise by the rules of today', async () => {
    const [then, now] = await withStored(
      join(folder, 'data'),
      async (stored) => [await replayAll(stored), await shadowOf(stored, today.text, 10)] as const,
    );
    expect(then).toEqual({ identical: 3, differing: [], notReplayable: [] });
    expect(now).toMatchObject({ decisions: 3, failed: 0 });
    expect(now.rules).toMatchObject([{ rule: 'CP-03', applications: { length: 3 } }]);
    expect(now.changes).toContainEqual({ from: 'APPROVE', to: 'APPROVE', count: 1 });
  });

  it('has the signed answer of the partner region behind an e-licence', async () => {
    const { checks } = await verified(await ofApplication(applications.registered));
    expect(checks.map(({ says }) => says)).toContainEqual(
      expect.stringMatching(/^The e-licence of shareholder 3 in attempt 1 was VALID by/),
    );
  });

  it('says who read it, this reading too, and nothing that only machines need', async () => {
    const file = await ofCase(applications.refused);
    const { sections } = DefenceFile.parse(JSON.parse(file));
    expect(sections.readings.map(({ by, what }) => `${by} ${what}`)).toEqual(
      expect.arrayContaining(['official-nansha CASE', 'supervisor DEFENCE_FILE']),
    );
    expect(file).not.toMatch(/taskToken|"pk"|"queue"/);
  });

  it('is for a supervisor of the registrar, or the official who decided', async () => {
    if (!system) throw new Error('no system');
    const as = async (account: string) =>
      apiOf(system?.baseUrl ?? '', await system?.token(account));
    const path = `/v1/cases/${applications.refused}/defence-file`;
    const decider = await as('official-nansha');
    expect((await decider.get(path)).status).toBe(200);
    const application = `/v1/applications/${applications.registered.id}/defence-file`;
    expect(problemOf(await decider.get(application))).toMatchObject({ slug: 'supervisor-only' });
    const stranger = await as('official-tianhe');
    for (const it of [path, application])
      expect(problemOf(await stranger.get(it))).toMatchObject({ slug: 'not-found' });
  });

  it('is verified by one command, without the system', async () => {
    const file = join(folder, 'file.json');
    const said: string[] = [];
    writeFileSync(file, `${await ofCase(applications.refused)}\n`);
    expect(await verify([file], (it) => said.push(it))).toBe(0);
    expect(said.at(-1)).toBe('This defence file holds.\n');
    writeFileSync(file, readFileSync(file, 'utf8').replace('未经批准', '已经批准'));
    expect(await verify([file], (it) => said.push(it))).toBe(1);
    expect(said.join('')).toMatch(/FAILS {2}Changed since the seal: (cases|history)/);
  });
});
