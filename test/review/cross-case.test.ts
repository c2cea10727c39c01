import { describe, expect, it } from 'vitest';
import type { AgentStanding } from '#functions/application/agent-standing.ts';
import { decisionsIn } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { nearNames } from '#functions/name/near-names.store.ts';
import { countAgentDecisions } from '#functions/party/agent-decisions.store.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import type { ListEntry } from '#functions/party/list-entry.ts';
import { personHash } from '#functions/party/person-hash.ts';
import { enter, knownAmong, leaveTraces, subjectKey } from '#functions/party/subject.store.ts';
import { periodOf, tracesOf } from '#functions/party/traces.ts';
import { autoReview } from '#functions/review/auto-review.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { readAll } from '#functions/runtime/read-all.ts';
import { inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { aPersonKey } from '#test/builders/a-person-key.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from '#test/intake/an-intake.ts';

const database = await aDatabase();
const { documents, tables } = database;
const intake = anIntake(database);
const { provider, signed } = await anIdentityProvider();
const key = await aPersonKey();
const enters = enter(documents, tables.register);

const REVIEWED_AT = Date.parse(SENT_AT) + 120_000;
const PERIOD = periodOf(SENT_AT);

/** What the national agent system says of the agents of this file: each has contacts of its own. */
const standing = async (agent: string): Promise<AgentStanding> => ({
  agent,
  standing: 'ACTIVE',
  phone: '020-38000001',
  email: 'desk@agent.example',
  at: SENT_AT,
});
const ports = {
  record: ({ applicationId, attempt }: { applicationId: string; attempt: number }) =>
    intake.store.read(applicationId, attempt),
  held: readHeldAndKnown(documents, tables.register),
  ...holdPorts(documents, tables.register, tables.applications),
  standing,
  identities: identitiesOf(provider),
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  leave: leaveTraces(documents, tables.register),
  keep: keepDecision(documents, tables.applications, intake.store),
  now: () => REVIEWED_AT,
};

const invented = inventionOf(seeded(5), '2026-11-23');

/** An individual business of somebody nobody has met, without a name, with contacts and an address of its own. */
const aStrangers = (
  person: NonNullable<ApplicationForm['people']>[string] = {},
  change: Partial<ApplicationForm> = {},
) =>
  anIndividualBusiness({
    name: undefined,
    premises: { kind: 'OWN', address: invented.address(), proof: 'LEASE' },
    people: { p1: { ...invented.person(), ...person } },
    ...change,
  });

type Row = { batchId: string; row: number; clientRowRef: string };
const aRow = (batchId: string, row: number): Row => ({ batchId, row, clientRowRef: `r${row}` });
const FILE = 'ba_01M82ZBDYEAMN8ZTTFCSH5X6YN';
const OTHER_FILE = 'ba_01M82ZBDYEAMN8ZTTFCSH5X6YP';

const warned: string[][] = [];

/** Taken in and reviewed: the rules that told something that stops it. */
async function told(
  form: ApplicationForm,
  { owner = 'applicant-1', row }: { owner?: string; row?: Row } = {},
) {
  const sent = intake.sending({
    form,
    owner,
    signatures: await signed(form),
    ...(row && { row }),
  });
  await takeIn(intake.ports, sent, true);
  const { outcome } = await autoReview(ports)({ applicationId: sent.id, attempt: 1, round: 1 });
  const findings = decisionsIn((await intake.read(sent.id)).parts)[0]?.findings ?? [];
  warned.push(findings.flatMap((it) => (it.consequence === 'WARN' ? it.rule : [])));
  const rules = findings.filter(({ consequence }) => consequence !== 'WARN').map((it) => it.rule);
  return [outcome, ...rules].join(' ');
}
const several = async (count: number, form: (at: number) => ApplicationForm, by: object = {}) => {
  const answers: string[] = [];
  for (let at = 0; at < count; at++) answers.push(await told(form(at), by));
  return answers;
};

const entry: Omit<ListEntry, 'list' | 'ground'> = { id: '1', from: '2026-03-01', source: '示例' };
const headOf = ({ people }: ApplicationForm) => {
  const { kind = '', number = '' } = people?.p1?.document ?? {};
  return personHash(key, { kind, number });
};
const traceOf = async (form: ApplicationForm, pointer: string) =>
  (await tracesOf(key, form))[pointer] ?? '';
const remembered = async (subject: string) =>
  knownAmong(await readAll(documents, tables.register, [subjectKey(subject)]), PERIOD).get(subject);

describe('what lists say of those who are named', () => {
  it('reaches the review: nothing of somebody who is on none', async () => {
    expect(await told(aStrangers())).toBe('APPROVE');
  });

  it('brings a person, by person, address and agent', async () => {
    const barred = aStrangers();
    await enters(await headOf(barred), { ...entry, list: 'BARRED', ground: 'ANNULMENT' });
    expect(await told(barred)).toBe('REFER BA-04');

    const there = aStrangers();
    const address = await traceOf(there, '/premises/address');
    await enters(address, { ...entry, list: 'BUILDING', ground: 'DANGEROUS' });
    expect(await told(there)).toBe('RETURN AD-04');

    const mandate = {
      agent: 'agent-9',
      acts: ['ESTABLISHMENT'],
      from: '2026-11-01',
      until: '2026-12-31',
      corrections: true,
    };
    await enters('AGENT:agent-9', { ...entry, list: 'CREDIT', ground: 'D' });
    expect(await told(aStrangers({}, { mandate }), { owner: 'agent-9' })).toBe('REFER RC-01');
  });

  it('is over when the entry is lifted, and has not begun before its day', async () => {
    const form = aStrangers();
    const head = await headOf(form);
    await enters(head, { ...entry, list: 'BARRED', ground: 'ANNULMENT', until: '2026-11-22' });
    await enters(head, { ...entry, list: 'IDENTITY', ground: 'LOST', from: '2026-11-24' });
    expect(await told(form)).toBe('APPROVE');
  });
});

describe('patterns across applications', () => {
  it('bring a person for the seventh business of one head, not for the sixth', async () => {
    const { document, name } = invented.person();
    const answers = await several(8, () => aStrangers({ document, name }));
    expect(answers).toEqual([...Array(6).fill('APPROVE'), 'REFER BA-05', 'REFER BA-05']);
  });

  it('bring a person for the third application of one head in one file', async () => {
    const { document, name } = invented.person();
    const of = (batchId: string, row: number) =>
      told(aStrangers({ document, name }), { row: aRow(batchId, row) });
    expect(await of(FILE, 1)).toBe('APPROVE');
    expect(await of(OTHER_FILE, 1)).toBe('APPROVE');
    expect(await of(FILE, 2)).toBe('APPROVE');
    expect(await of(FILE, 3)).toBe('REFER BA-05');
    expect(await of(OTHER_FILE, 2)).toBe('APPROVE');
  });

  it('bring a person for the fourth stranger with one telephone number, and never for one alone', async () => {
    const answers = await several(4, () => aStrangers({ phone: '13912345678' }));
    expect(answers).toEqual(['APPROVE', 'APPROVE', 'APPROVE', 'REFER BA-06']);
    const { document, name } = invented.person();
    const alone = await several(5, () => aStrangers({ document, name, phone: '13987654321' }));
    expect(new Set(alone)).toEqual(new Set(['APPROVE']));
  });

  it('leave out the agent’s own telephone number and e-mail address', async () => {
    const mandate = {
      agent: 'agent-1',
      acts: ['ESTABLISHMENT'],
      from: '2026-11-01',
      until: '2026-12-31',
      corrections: true,
    };
    const agents = { phone: '+86 020 3800 0001', email: 'Desk@agent.example' };
    const by = { owner: 'agent-1' };
    const answers = await several(
      5,
      () => aStrangers({ phone: '020-38000001', email: 'desk@agent.example' }, { mandate }),
      by,
    );
    expect(new Set(answers)).toEqual(new Set(['APPROVE']));
    expect(await remembered(await traceOf(aStrangers(agents), '/people/p1/email'))).toBeUndefined();
    const [, , , fourth] = await several(
      4,
      () => aStrangers({ email: 'shared@example.com' }, { mandate }),
      by,
    );
    expect(fourth).toBe('REFER BA-06');
  });

  it('bring a person where an address is crowded and the crowd is new', async () => {
    const premises = { kind: 'OWN', address: '广州市南沙区望潮街500号1房', proof: 'LEASE' };
    const answers = await several(21, () => aStrangers({}, { premises }));
    expect(answers.slice(0, 20).filter((it) => it !== 'APPROVE')).toEqual([]);
    expect(answers[20]).toBe('REFER AD-10');
  });

  it('bring a person for a few of the copies at one address in one file', async () => {
    const premises = { kind: 'OWN', address: '广州市南沙区望潮街700号1房', proof: 'LEASE' };
    const answers: string[] = [];
    for (let row = 1; row <= 16; row++)
      answers.push(await told(aStrangers({}, { premises }), { row: aRow(FILE, row) }));
    expect(answers.flatMap((it, at) => (it === 'APPROVE' ? [] : `${at + 1} ${it}`))).toEqual([
      '5 REFER BA-07',
      '15 REFER BA-07',
    ]);
  });

  it('warn of an agent whose work comes back more often than others’, and stop nothing', async () => {
    const mandate = {
      agent: 'agent-r',
      acts: ['ESTABLISHMENT'],
      from: '2026-11-01',
      until: '2026-12-31',
      corrections: true,
    };
    const count = countAgentDecisions(documents, tables.register);
    await count('agent-r', PERIOD - 1, { decided: 15, returned: 7 }, 'a');
    await count('agent-r', PERIOD, { decided: 5, returned: 2 }, 'b');
    await count('agent-r', PERIOD, { decided: 5, returned: 5 }, 'b');
    const form = aStrangers({}, { mandate });
    expect(await told(form, { owner: 'agent-r' })).toBe('APPROVE');
    const { decisions } = (await remembered('AGENT:agent-r')) ?? {};
    expect(decisions).toEqual({ decided: 20, returned: 9 });
    expect(warned.at(-1)).toContain('BA-08');
    await count('agent-r', PERIOD + 1, { decided: 1, returned: 0 }, 'c');
    expect((await remembered('AGENT:agent-r'))?.decisions).toEqual({ decided: 5, returned: 2 });
  });

  it('count an agent’s single applications too, one that is corrected for each decision', async () => {
    const mandate = {
      agent: 'agent-s',
      acts: ['ESTABLISHMENT'],
      from: '2026-11-01',
      until: '2026-12-31',
      corrections: true,
    };
    const by = { owner: 'agent-s' };
    const form = () => aStrangers({}, { mandate });
    await several(9, () => ({ ...form(), operation: 'NOBODY' }), by);
    await several(11, form, by);
    expect(warned.at(-1)).not.toContain('BA-08');
    await told(form(), by);
    expect(warned.at(-1)).toContain('BA-08');
  });

  it('count an application once, however often it is reviewed, and what is returned as no business', async () => {
    const form = aStrangers();
    const returned = { ...form, operation: 'NOBODY' };
    expect(await told(returned)).toBe('RETURN CO-01');
    const { ever, lately } = (await remembered(await headOf(form))) ?? {};
    expect([ever?.size, lately?.size]).toEqual([0, 1]);
  });

  it('remember no more of one subject than the rules ask for', async () => {
    const phone = '13700000007';
    for (let at = 0; at < 41; at++)
      await ports.leave(
        [{ subject: await traceOf(aStrangers({ phone }), '/people/p1/phone'), lately: `a${at}` }],
        PERIOD,
      );
    const form = aStrangers({ phone });
    const subject = await traceOf(form, '/people/p1/phone');
    expect(await told(form)).toBe('REFER BA-06');
    expect((await remembered(subject))?.lately.size).toBe(41);
  });

  it('cost one request more than the review alone, beside the one that keeps the decision', async () => {
    const form = aStrangers();
    const sent = intake.sending({ form, signatures: await signed(form) });
    await takeIn(intake.ports, sent, true);
    const requests = requestsOf(documents);
    await autoReview(ports)({ applicationId: sent.id, attempt: 1, round: 1 });
    expect(requests.toSorted()).toEqual([
      'BatchGetItemCommand',
      'PutItemCommand',
      'QueryCommand',
      'TransactWriteItemsCommand',
    ]);
  });
});
