import { describe, expect, it } from 'vitest';
import { decisionsIn } from '#functions/application/decision.ts';
import type { ApplicationForm, Signatures } from '#functions/application/form.ts';
import { holdPorts } from '#functions/application/holdings.store.ts';
import { endMandate } from '#functions/intake/end-mandate.ts';
import { takeIn } from '#functions/intake/submit.ts';
import { withdraw } from '#functions/intake/withdraw.ts';
import { nearNames } from '#functions/name/near-names.store.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { identitiesOf } from '#functions/party/identity-provider.ts';
import { leaveTraces } from '#functions/party/subject.store.ts';
import { autoReview } from '#functions/review/auto-review.ts';
import { readHeldAndKnown } from '#functions/review/held-and-known.store.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { anIdentityProvider, personAs } from '#test/builders/an-identity-provider.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from '#test/intake/an-intake.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { ports, store, sending, read } = anIntake(database);
const { provider, signed, asserted } = await anIdentityProvider();

const review = autoReview({
  record: ({ applicationId, attempt }) => store.read(applicationId, attempt),
  held: readHeldAndKnown(documents, tables.register),
  nearNames: nearNames(documents, tables.register),
  published: async () => [],
  ...holdPorts(documents, tables.register, tables.applications),
  standing: async (agent) => ({ agent, standing: 'ACTIVE', at: SENT_AT }),
  identities: identitiesOf(provider),
  leave: leaveTraces(documents, tables.register),
  keep: keepDecision(documents, tables.applications, store),
  now: () => Date.parse(SENT_AT) + 120_000,
});

/** Taken in and reviewed: what became of it, and what rule ID-03 says. */
async function reviewed(form: ApplicationForm, signatures: Signatures, owner = 'agent-1') {
  const sent = sending({ form, owner, signatures });
  await takeIn(ports, sent, true);
  const { outcome } = await review({ applicationId: sent.id, attempt: 1, round: 1 });
  const findings = decisionsIn((await read(sent.id)).parts)[0]?.findings ?? [];
  const says = findings.flatMap((it) => (it.rule === 'ID-03' ? [it.says] : []));
  return { id: sent.id, outcome, says };
}

/** Faces seen after everything that happens here, and signed then. */
async function signedAnew(form: ApplicationForm): Promise<Signatures> {
  const hash = await documentHash(form);
  const at = Date.parse(SENT_AT) / 1000 + 90;
  const persons = ['p1', 'p2', 'p3'].map((key) => personAs(form, key));
  return Promise.all(
    persons.map(async (person) => ({
      assertion: await asserted(person, { documentHash: hash, auth_time: at, iat: at }),
    })),
  );
}

const mandate = {
  agent: 'agent-1',
  acts: ['ESTABLISHMENT'],
  from: '2026-11-01',
  until: '2026-12-31',
  corrections: true,
};

describe('what was signed for an application that was withdrawn', () => {
  const withdrawals = [
    ['its sender', withdraw],
    ['its client, who ends the mandate', endMandate],
  ] as const;

  it.each(withdrawals)('by %s is not signed for another one', async (_, ends) => {
    const form = aForm({ name: freshName(), mandate });
    const signatures = await signed(form);
    const first = sending({ form, owner: 'agent-1', signatures });
    await takeIn(ports, first, true);
    await ends(ports, await read(first.id));
    const again = await reviewed(form, signatures);
    expect(again).toMatchObject({ outcome: 'RETURN', says: ['SPENT', 'SPENT', 'SPENT'] });
  });

  it('before it was submitted, is not either, nor for a form that was edited since', async () => {
    const form = aForm({ name: freshName(), mandate });
    const signatures = await signed(form);
    const other = { ...form, termYears: 30 };
    const first = sending({
      form: other,
      owner: 'agent-1',
      signatures: await signed(other, ['p1']),
    });
    await takeIn(ports, first, true);
    await endMandate(ports, await read(first.id));
    expect((await reviewed(form, signatures)).outcome).toBe('RETURN');
  });

  it('is signed anew, and approved', async () => {
    const form = aForm({ name: freshName(), mandate });
    const first = sending({ form, owner: 'agent-1', signatures: await signed(form) });
    await takeIn(ports, first, true);
    await endMandate(ports, await read(first.id));
    expect(await reviewed(form, await signedAnew(form))).toMatchObject({
      outcome: 'APPROVE',
      says: [],
    });
  });

  it('says nothing of another source, whom the client may have chosen instead', async () => {
    const name = freshName();
    const first = aForm({ name, mandate });
    const second = aForm({ name, mandate: { ...mandate, agent: 'agent-2' } });
    const sent = sending({ form: first, owner: 'agent-1', signatures: await signed(first) });
    await takeIn(ports, sent, true);
    await endMandate(ports, await read(sent.id));
    const chosen = await reviewed(second, await signed(second), 'agent-2');
    expect(chosen).toMatchObject({ outcome: 'APPROVE', says: [] });
  });
});
