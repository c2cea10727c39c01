import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { ApplicationRecord } from '#functions/application/application.ts';
import { decisionsIn } from '#functions/application/decision.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { holdPorts, readHoldings } from '#functions/application/holdings.store.ts';
import { nearNames } from '#functions/name/near-names.store.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import { type AutoReviewPorts, autoReview } from '#functions/review/auto-review.ts';
import { factsOf } from '#functions/review/gathered-facts.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { review } from '#functions/review/review.ts';
import { liaisonReachable } from '#functions/review/rules/liaison-reachable.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { applicationsIn, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { store, sent } = applicationsIn(database);
const { provider, signed } = await anIdentityProvider();
const held = readHoldings(documents, tables.register);

const asked: string[] = [];
const ports: AutoReviewPorts = {
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  held: readHeldAndKnown(documents, tables.register),
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  ...holdPorts(documents, tables.register, tables.applications),
  async standing(agent) {
    asked.push(agent);
    return { agent, standing: 'ACTIVE', name: '启航示例登记代理有限公司', at: SENT_AT };
  },
  identities: identitiesOf(provider),
  leave: leaveTraces(documents, tables.register),
  keep: keepDecision(documents, tables.applications, store),
  now: () => Date.parse(SENT_AT) + 1000,
};

const mandate = {
  agent: 'agent-1',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-12-31',
  corrections: true,
};
const mandated = () => aForm({ name: freshName(), mandate });

let intents = 0;
/** Submitted, with what its client intends; signed by everybody unless said. */
async function submitted(
  form: ApplicationForm,
  {
    owner = 'agent-1',
    intent = `intent-${++intents}`,
    signatures = undefined as object[] | undefined,
    row = undefined as ApplicationRecord['application']['row'],
  } = {},
): Promise<ApplicationRecord> {
  const all = signatures ?? (await signed(form));
  const signedBy = all as Awaited<ReturnType<typeof signed>>;
  const record = await sent({ form, signatures: signedBy, owner, ...(row && { row }) });
  for (const [, { Put }] of store.edited(record.application, { ...record.sent, intent }, SENT_AT))
    if (Put)
      await documents.send(new PutCommand(Put as ConstructorParameters<typeof PutCommand>[0]));
  return store.read(record.application.id, 1);
}
async function reviewed({ application: { id } }: ApplicationRecord, by = ports) {
  const { outcome } = await autoReview(by)({ applicationId: id, attempt: 1, round: 1 });
  const [decision] = decisionsIn((await store.read(id)).parts);
  return { outcome, rules: (decision?.findings ?? []).map(({ rule }) => rule), decision };
}
const claimOf = async ({ application: { id }, sent: { intent = '' } }: ApplicationRecord) =>
  (await held(id, { intent })).claim;

describe('what a client intends', () => {
  it('is claimed by the review where that was missed at submission', async () => {
    const record = await submitted(mandated());
    expect((await reviewed(record)).outcome).toBe('APPROVE');
    expect(await claimOf(record)).toMatchObject({ holder: record.application.id, rivals: [] });
  });

  it('of two sources is told to both, and neither takes the name from the other', async () => {
    const first = await submitted(mandated());
    const { intent = '' } = first.sent;
    await ports.claimIntent(intent, first.application.id, SENT_AT);
    const second = await submitted(mandated(), { owner: 'agent-2', intent });
    const told = await reviewed(second);
    expect([told.outcome, told.rules]).toEqual(['RETURN', ['BA-02', 'AG-01']]);
    expect(JSON.stringify(told.decision?.findings)).not.toContain(first.application.id);
    expect(await claimOf(first)).toMatchObject({ rivals: [second.application.id] });
    expect((await reviewed(first)).rules).toEqual(['AG-01']);
  });

  it('is neither contested by nor told to one whom the client has not verifiably signed for', async () => {
    const first = await submitted(mandated());
    const { intent = '' } = first.sent;
    await ports.claimIntent(intent, first.application.id, SENT_AT);
    const forged = [{ assertion: 'no.such.word' }];
    const form = { ...mandated(), mandate: { ...mandate, agent: 'agent-2' } };
    const second = await submitted(form, { owner: 'agent-2', intent, signatures: forged });
    const told = await reviewed(second);
    expect(told.outcome).toBe('RETURN');
    expect(told.rules).not.toContain('AG-01');
    expect(JSON.stringify(told.decision?.facts)).not.toContain('competing');
    expect(await claimOf(first)).toMatchObject({ rivals: [] });
    expect((await reviewed(first)).outcome).toBe('APPROVE');
  });

  it('sent twice by one sender is told to him with his own id', async () => {
    const first = await submitted(mandated());
    const { intent = '' } = first.sent;
    await reviewed(first);
    const { outcome, decision } = await reviewed(await submitted(mandated(), { intent }));
    expect(outcome).toBe('RETURN');
    expect(decision?.findings).toMatchObject([
      { rule: 'BA-03', found: { applicationId: first.application.id } },
    ]);
  });
});

describe('the standing of whoever acts', () => {
  it('is asked for of a single application under a mandate, and kept with its decision', async () => {
    asked.length = 0;
    const { decision } = await reviewed(await submitted(mandated()));
    expect(asked).toEqual(['agent-1']);
    expect(decision?.facts).toMatchObject({ standing: { agent: 'agent-1', standing: 'ACTIVE' } });
  });

  it('is nobody’s where there is no mandate, and that of its file for a row', async () => {
    asked.length = 0;
    await reviewed(await submitted(aForm({ name: freshName() }), { owner: 'applicant-1' }));
    const row = { batchId: 'ba_01JCZZZZZZZZZZZZZZZZZZZZZZ', row: 1, clientRowRef: 'r' };
    await reviewed(await submitted(mandated(), { row }));
    expect(asked).toEqual([]);
  });

  it('that nobody tells goes to a person; any other failure is no silence', async () => {
    const silent = () => Promise.reject(new DomainError('AgentSystemUnavailable'));
    const { outcome, rules } = await reviewed(await submitted(mandated()), {
      ...ports,
      standing: silent,
    });
    expect([outcome, rules]).toEqual(['REFER', ['BA-01']]);
    const broken = { ...ports, standing: () => Promise.reject(new TypeError('a defect')) };
    await expect(reviewed(await submitted(mandated()), broken)).rejects.toThrow('a defect');
  });
});

describe('an agent as liaison of his client', () => {
  const told = (disclosed: object, change: Partial<ApplicationForm> = {}) => {
    const standing = { agent: 'agent-1', standing: 'ACTIVE', at: SENT_AT, ...disclosed } as const;
    return review(reviewFacts({ form: aForm({ mandate, ...change }), standing }), [
      liaisonReachable,
    ]).findings.map(({ says }) => says);
  };

  it.each([
    ['name', { name: people.p3.name }],
    ['phone', { phone: people.p3.phone }],
    [
      'phone, written otherwise',
      { phone: `+86 ${people.p3.phone.slice(0, 3)}-${people.p3.phone.slice(3)}` },
    ],
  ])('is found by the disclosed %s', (_, disclosed) => {
    expect(told(disclosed)).toEqual(['AGENT']);
  });

  it('is nobody who shares neither, nor one who funds the business', () => {
    expect(told({ name: '启航示例登记代理有限公司', phone: '02088880000' })).toEqual([]);
    const roles = { ...aForm().roles, liaison: 'p1' };
    expect(told({ name: people.p1.name }, { roles })).toEqual([]);
  });
});

it('facts of long ago, without agent or attempt, are still judged', () => {
  const facts = factsOf(mandated(), {
    submittedAt: SENT_AT,
    now: SENT_AT,
    nameConflicts: [],
    place: 'NOT_NEEDED',
    licences: [],
    identities: [],
  });
  expect(review(facts).findings.filter(({ says }) => says === 'DEFECT')).toEqual([]);
});
