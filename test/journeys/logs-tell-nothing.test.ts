import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApplicationForm } from '#functions/application/form.ts';
import { runSample, wantSample } from '#local/sample-run.ts';
import { type System, startSystem } from '#local/system.ts';
import { aCompanyOfToday } from '#test/builders/a-form-of-today.ts';
import { anApplicant } from './applicant.ts';
import { anOfficial, caseOf } from './official.ts';
import { eventually } from './running-system.ts';

const MINUTES = 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'logs-'));
const said: string[] = [];
/** everything that a call shows to those between: its URL, and the body of an answer that is an error */
const seen: { urls: string[]; errors: string[] } = { urls: [], errors: [] };
const tokens: string[] = [];
let system: System;

/** Every call of this process goes by here: the agent's and the applicants' programs. */
const plain = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const answer = await plain(input, init);
  seen.urls.push(input instanceof Request ? input.url : String(input));
  if (answer.status >= 400) seen.errors.push(await answer.clone().text());
  return answer;
};

const Sent = z.object({
  form: z.custom<ApplicationForm>(),
  signatures: z.array(z.object({ assertion: z.string() })),
});

/** What a form tells of persons: names, numbers, addresses; and what proves something. */
const personal = ({ name, people = {}, premises, shareholders = [] }: ApplicationForm): string[] =>
  [
    name,
    premises?.address,
    ...Object.values(people).flatMap((it) => [
      it.name,
      it.document?.number,
      it.phone,
      it.email,
      it.residence,
    ]),
    ...shareholders.flatMap(({ company }) => [
      company?.name,
      ...(company?.licence ?? '').split('~'),
    ]),
  ].filter((it): it is string => it !== undefined && it.length > 1);

/** A text as it may stand in a log: by itself, in JSON with escapes, or in a URL. */
const forms = (text: string): string[] => [
  text,
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^\x20-\x7e]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
  encodeURIComponent(text),
];

/** The secrets that stand in a text. */
const told = (secrets: Iterable<string>, text: string): string[] =>
  [...secrets].filter((secret) => forms(secret).some((form) => text.includes(form)));

const sent = () =>
  readFileSync(join(dataDir, 'sample.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Sent.parse(JSON.parse(line)));
let secrets: Set<string>;

beforeAll(async () => {
  wantSample(dataDir);
  system = await startSystem({ dataDir, port: 0, log: (line) => said.push(line) });
  for (const role of ['agent', 'applicant', 'official']) tokens.push(await system.token(role));
  await runSample(system, dataDir, () => {});
  const forms = await journeys();
  secrets = new Set(
    [
      ...sent().flatMap(({ form, signatures }) => [
        ...personal(form),
        ...signatures.map(({ assertion }) => assertion.split('.').at(-1) ?? ''),
      ]),
      ...forms.flatMap(personal),
      ...tokens,
    ].filter((it) => it.length > 1),
  );
}, 3 * MINUTES);
afterAll(async () => {
  globalThis.fetch = plain;
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Applicants and officials, and every kind of bad call with personal data in it. */
async function journeys(): Promise<ApplicationForm[]> {
  const applicant = await anApplicant(system);
  const official = anOfficial(system.baseUrl, await system.token('official-nansha'));
  const lawful = aCompanyOfToday();
  await applicant.oneClick(lawful);
  const doubtful = { ...lawful, name: lawful.name?.replace('百货', '中国百货') ?? '' };
  const { id } = await applicant.oneClick(doubtful);
  const { case: its } = await eventually(
    () => applicant.read(id),
    (it) => it.case !== undefined,
  );
  const open = caseOf(await official.read(its?.id ?? ''));
  await official.decide(open, 'REGISTER', '未领取');
  await official.decide(caseOf(await official.take(open)), 'REFUSE', '理由');

  const person = lawful.people?.p1;
  const key = { 'idempotency-key': 'logs-tell-nothing' };
  for (const body of [
    `{"form": {"people": {"p1": {"name": "${person?.name}", "document": `,
    JSON.stringify({ form: { ...lawful, passport: person?.document?.number } }),
    JSON.stringify({ form: { ...lawful, people: person?.phone } }),
    JSON.stringify({ form: lawful, signatures: [{ assertion: 7 }], submit: true }),
  ]) {
    await applicant.api.post('/v1/applications', body, key);
  }
  await applicant.api.post('/v1/licences/verification', { licence: person?.residence });
  await applicant.api.get(`/v1/applications/${id}x`);
  await system.lambda.invoke(
    system.deployment.functions.find(({ name }) => name === 'AutoReviewOnline')?.arn ?? '',
    { applicationId: person?.name, attempt: 1, round: 1 },
  );
  return [lawful, doubtful];
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((it) => it.name);
const read = (name: string) => {
  const files = readdirSync(dataDir).filter((it) => it.startsWith(name));
  return files.map((file) => readFileSync(join(dataDir, file), 'utf8')).join('\n');
};

describe('a whole run', () => {
  it('has enough secrets to be scanned for, and they are found where they are', () => {
    expect(secrets.size).toBeGreaterThan(1000);
    const [first] = sent();
    const own = first ? personal(first.form) : [];
    expect(own.length).toBeGreaterThan(4);
    expect(told(own, readFileSync(join(dataDir, 'sample.ndjson'), 'utf8'))).toEqual(own);
    const name = own.at(-1) ?? '';
    expect(told([name], JSON.stringify({ x: encodeURIComponent(name) }))).toEqual([name]);
  });

  it('tells nothing of a person, and no secret, in the log of its functions', () => {
    const log = read('functions.log');
    expect(log.split('\n').length).toBeGreaterThan(300);
    expect(log).toMatch(/"message":"swept".*"holidayDaysLeft":-?\d+/);
    expect(log).toContain('"message":"task failed"');
    expect(told(secrets, log)).toEqual([]);
  });

  it('tells nothing in what workflows keep of their executions', () => {
    const kept = read('executions.sqlite');
    expect(kept).toContain('applicationId');
    expect(told(secrets, kept)).toEqual([]);
  });

  it('tells nothing to the operator', () => {
    expect(told(secrets, said.join('\n'))).toEqual([]);
  });

  it('tells nothing in URLs, nor in names of files', () => {
    expect(seen.urls.length).toBeGreaterThan(20);
    expect(told(secrets, seen.urls.join('\n'))).toEqual([]);
    expect(told(secrets, filesIn(dataDir).join('\n'))).toEqual([]);
  });

  it('tells nothing back in the body of an error', () => {
    expect(seen.errors.length).toBeGreaterThan(5);
    expect(told(secrets, seen.errors.join('\n'))).toEqual([]);
  });
});
