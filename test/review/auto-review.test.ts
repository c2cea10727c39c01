import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { decisionsIn } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts, readHoldings } from '#functions/application/holdings.store.ts';
import { wanted } from '#functions/application/holds.ts';
import { nearNames } from '#functions/name/near-names.store.ts';
import { custodyAsked, custodySigned } from '#functions/party/custody.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import { type AutoReviewPorts, autoReview } from '#functions/review/auto-review.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { RULE_SET_IN_FORCE } from '#functions/review/rule-set-in-force.ts';
import { newId } from '#functions/runtime/draws.ts';
import { type Claim, commit } from '#functions/runtime/transaction.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { store, sent, decided, hold } = applicationsIn(database);
const { provider, signed } = await anIdentityProvider();
const holdings = readHoldings(documents, tables.register);

const ports: AutoReviewPorts = {
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  held: readHeldAndKnown(documents, tables.register),
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  ...holdPorts(documents, tables.register, tables.applications),
  standing: async (agent) => ({ agent, standing: 'ACTIVE', at: SENT_AT }),
  identities: identitiesOf(provider),
  leave: leaveTraces(documents, tables.register),
  keep: keepDecision(documents, tables.applications, store),
  now: () => Date.parse(SENT_AT) + 1000,
};
const reviewed = async ({ application: { id } }: ApplicationRecord, round = 1, by = ports) =>
  (await autoReview(by)({ applicationId: id, attempt: 1, round })).outcome;

/** Submitted and signed by everybody; nothing is held yet. */
const submitted = async (form: ApplicationForm = aForm({ name: freshName() })) =>
  sent({ form, signatures: await signed(form) });
/** A form that the review returns: the capital is in another currency. */
const faulty = () => aForm({ name: freshName(), capital: { fen: 100_000_000, currency: 'USD' } });
const hostedForm = async (places: number) => {
  const host = await freshHost(database, { places });
  return () =>
    aForm({ ...atHost, name: freshName(), premises: { ...atHost.premises, host: host.id } });
};

const left = async ({ application: { id } }: ApplicationRecord) => {
  const { application, parts } = await store.read(id);
  return { application, decisions: decisionsIn(parts) };
};
const nameHolders = async ({ application, sent: { form } }: ApplicationRecord) =>
  Object.values(
    (await holdings(application.id, wanted({ form }, SENT_AT))).card?.holdings ?? {},
  ).map(({ holder }) => holder);

const written = async (claims: readonly Claim<string>[]) => {
  for (const [, { Put }] of claims)
    await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
};
const handedOver = ({ application, sent: to }: ApplicationRecord, registrar: string) =>
  written(store.edited({ ...application, registrar, handedOverFrom: newId('ap') }, to, SENT_AT));

describe('the automatic review', () => {
  it('approves what is in order, and keeps the decision with all that explains it', async () => {
    const record = await submitted();
    await hold(record);
    expect(await reviewed(record)).toBe('APPROVE');
    const { application, decisions } = await left(record);
    expect(application).toMatchObject({ state: 'SUBMITTED', version: 1 });
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      round: 1,
      decidedAt: '2026-11-23T04:00:01.000Z',
      verdict: 'APPROVE',
      findings: [],
      ruleSet: RULE_SET_IN_FORCE,
      facts: { submittedOn: '2026-11-23', nameConflicts: [], place: 'NOT_NEEDED' },
    });
    expect(decisions[0]?.rules.length).toBeGreaterThan(40);
  });

  it('has the issuer of an e-licence asked first, and decides once he was, or was silent', async () => {
    const uscc = '91430100MA00000000';
    const form = aForm({ name: freshName(), shareholders: [{ company: { uscc } }] });
    const record = await sent({ form, signatures: await signed(form) });
    const task = { applicationId: record.application.id, attempt: 1, round: 1 };
    expect(await autoReview(ports)(task)).toEqual({ outcome: 'UNVERIFIED' });
    expect((await left(record)).decisions).toEqual([]);
    const silent = { shareholder: 0, outcome: 'SILENT' };
    const keep = (check: object) =>
      store.keepPart(task, '#LICENCES', { schemaVersion: 1, checks: [check] });
    await keep(silent);
    expect(await autoReview(ports)(task)).toEqual({ outcome: 'UNVERIFIED' });
    expect(await autoReview(ports)({ ...task, licences: 'ASKED' })).not.toEqual({
      outcome: 'UNVERIFIED',
    });
    expect((await left(record)).decisions).toMatchObject([{ facts: { licences: [silent] } }]);
  });

  it('warns of a name of late that the wanted one can be taken for', async () => {
    const named = (key: string) => aForm({ name: `广州市南沙区${key}百货有限公司` });
    const first = await submitted(named('晨岚'));
    await hold(first);
    expect((await left(first)).decisions).toEqual([]);
    expect(await reviewed(first)).toBe('APPROVE');
    const second = await submitted(named('陈兰'));
    await hold(second);
    expect(await reviewed(second)).toBe('APPROVE');
    expect((await left(first)).decisions[0]?.findings).toEqual([]);
    expect((await left(second)).decisions[0]?.findings).toMatchObject([
      { rule: 'NM-09', consequence: 'WARN', found: { tradeName: '晨岚' } },
    ]);
  });

  it('looks with the eyes of the registrar that decides, after a hand-over', async () => {
    const form = aForm({ registrar: '440106', name: freshName() });
    const there = await sent({ form, signatures: await signed(form) });
    await handedOver(there, '440115');
    expect(await reviewed(there)).toBe('APPROVE');
    const [decision] = (await left(there)).decisions;
    expect(decision?.facts).toMatchObject({ registrar: { division: '440115' } });
    const here = await sent({ form, signatures: await signed(form) });
    expect(await reviewed(here)).toBe('REFER');
  });

  it('wants the signature of a host that signs each custody agreement itself', async () => {
    const host = await freshHost(database, { places: 5, custodyBySignature: true });
    const premises = { ...atHost.premises, host: host.id };
    const tenant = async (signs: boolean) => {
      const record = await submitted(aForm({ ...atHost, premises, name: freshName() }));
      await hold(record);
      const asked = await custodyAsked(record.sent.form, host);
      const { name, item } = custodySigned(asked ?? { host: '', digest: '' }, 'host-1', SENT_AT);
      const task = { applicationId: record.application.id, attempt: 1 };
      if (signs) await store.keepPart(task, name, item);
      return { outcome: await reviewed(record), ...(await left(record)) };
    };
    expect((await tenant(true)).outcome).toBe('APPROVE');
    const unsigned = await tenant(false);
    expect(unsigned.decisions[0]?.findings).toMatchObject([{ rule: 'AD-06', says: 'NOT_SIGNED' }]);
  });

  it('gives what it would return a third time to a person, with all that it found', async () => {
    const returnedBefore = async (machineReturns: number) => {
      const record = await submitted(faulty());
      const head = { ...record.application, machineReturns };
      await written(store.edited(head, record.sent, SENT_AT));
      const outcome = await reviewed(record);
      return { outcome, ...(await left(record)) };
    };
    const second = await returnedBefore(1);
    expect([second.outcome, second.application.state]).toEqual(['RETURN', 'RETURNED']);
    expect(second.application.machineReturns).toBe(2);
    const third = await returnedBefore(2);
    expect([third.outcome, third.application.state]).toEqual(['REFER', 'SUBMITTED']);
    expect(third.decisions).toMatchObject([
      { verdict: 'REFER', insteadOfReturn: 'TWO_RETURNS', findings: second.decisions[0]?.findings },
    ]);
  });

  it('returns in the transaction that keeps the decision', async () => {
    const record = await submitted(faulty());
    await hold(record);
    const requests = requestsOf(documents);
    expect(await reviewed(record)).toBe('RETURN');
    const traceOfName = 'UpdateItemCommand';
    expect(requests.filter((it) => /Put|Update|Write/.test(it)).toSorted()).toEqual([
      'TransactWriteItemsCommand',
      traceOfName,
    ]);
    const { application, decisions } = await left(record);
    expect(application.state).toBe('RETURNED');
    expect(decisions.map(({ verdict }) => verdict)).toEqual(['RETURN']);
    expect((await store.history(record.application.id)).at(-1)).toMatchObject({
      to: 'RETURNED',
      by: 'automatic review',
    });
  });

  it('returns what nobody signed', async () => {
    expect(await reviewed(await sent())).toBe('RETURN');
  });

  it('follows a decision that is kept, whoever made it, and looks at nothing again', async () => {
    const record = await decided(await submitted(faulty()), 'APPROVE');
    const silent = { ...ports, holdings: () => Promise.reject(new Error('asked')) };
    expect(await reviewed(record, 1, silent)).toBe('APPROVE');
  });

  it('decides anew in its second round, and keeps both', async () => {
    const record = await decided(await submitted(), 'APPROVE');
    const rival = await submitted(record.sent.form);
    await hold(rival);
    expect(await reviewed(record, 2)).toBe('RETURN');
    expect((await left(record)).decisions.map(({ verdict }) => verdict)).toEqual([
      'APPROVE',
      'RETURN',
    ]);
  });

  it('ends where the application was withdrawn meanwhile', async () => {
    const record = await submitted();
    const move = { to: ['WITHDRAWN'], at: SENT_AT, by: 'applicant-1', subject: {} } as const;
    await commit(documents, await store.moved(record.application, move));
    expect(await reviewed(record)).toBe('ENDED');
    expect((await left(record)).decisions).toEqual([]);
  });
});

describe('two runners at once', () => {
  it.each([
    ['approve', aForm, 'APPROVE'],
    ['return', faulty, 'RETURN'],
  ] as const)('%s by one decision, which both follow', async (_, form, verdict) => {
    const record = await submitted(aForm({ ...form(), name: freshName() }));
    const runs = await Promise.allSettled([reviewed(record), reviewed(record), reviewed(record)]);
    for (const run of runs) {
      if (run.status === 'rejected') expect(run.reason).toMatchObject({ name: 'ApplicationMoved' });
      else expect(run.value).toBe(verdict);
    }
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await reviewed(record)).toBe(verdict);
    expect((await left(record)).decisions).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('is kept once for a round: the first one stays', async () => {
    const record = await decided(await submitted(), 'APPROVE');
    const [kept] = decisionsIn(record.parts);
    if (!kept) throw new Error('no decision');
    const later = { ...kept, verdict: 'REFER' as const };
    expect(await ports.keep(record.application, later)).toBe('DECIDED');
    expect((await left(record)).decisions).toEqual([kept]);
    expect(await ports.keep(record.application, { ...later, round: 2 })).toBe('COMMITTED');
  });
});

describe('a reservation that was missed', () => {
  it('of the name is made up for', async () => {
    const record = await submitted();
    expect(await nameHolders(record)).toEqual([]);
    expect(await reviewed(record)).toBe('APPROVE');
    expect(await nameHolders(record)).toEqual([record.application.id]);
  });

  it('of the place is made up for', async () => {
    const form = (await hostedForm(1))();
    const record = await submitted(form);
    expect(await reviewed(record)).toBe('APPROVE');
    const { tenant } = await holdings(record.application.id, wanted({ form }, SENT_AT));
    expect(tenant).toMatchObject({ place: 1, holder: record.application.id });
  });

  it('and cannot be had any more is told as a finding', async () => {
    const form = aForm({ name: freshName() });
    await hold(await submitted(form));
    const late = await submitted(form);
    expect(await reviewed(late)).toBe('RETURN');
    const { decisions } = await left(late);
    expect(decisions[0]?.findings.map(({ pointer }) => pointer)).toEqual(['/name']);
    expect(decisions[0]?.facts).toMatchObject({
      nameConflicts: [{ industry: 'F52', kind: 'RESERVED' }],
    });
  });

  it('at a host that is full is told as a finding', async () => {
    const form = await hostedForm(1);
    expect(await reviewed(await submitted(form()))).toBe('APPROVE');
    const late = await submitted(form());
    expect(await reviewed(late)).toBe('RETURN');
    expect((await left(late)).decisions[0]?.facts).toMatchObject({ place: 'NONE_FREE' });
  });
});
