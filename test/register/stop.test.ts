import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LICENCES_PART } from '#functions/e-licence/kept-licences.ts';
import {
  concerns,
  heldUp,
  type Involved,
  involvedIn,
  type StopScope,
  scopeKey,
} from '#functions/register/stop.ts';
import { newId } from '#functions/runtime/draws.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { aStop } from '#test/builders/a-stop.ts';
import { applicationsIn } from '#test/builders/applications-in.ts';

const { sent, referred, decidedByOfficial, store } = applicationsIn(await aDatabase());

/** A row of an agent, at a host's, with a shareholder of Hunan. */
async function aRow() {
  const row = { batchId: newId('ba'), row: 1, clientRowRef: 'r-1' };
  const record = await sent({ form: aForm(atHost), owner: 'agent-1', row });
  const { id } = record.application;
  await store.keepPart({ applicationId: id, attempt: 1 }, LICENCES_PART, {
    schemaVersion: 1,
    checks: [{ shareholder: 0, outcome: 'VALID', region: '43' }],
  });
  return store.read(id, 1);
}

const given = fc.constantFrom('a', 'b', 'c');
const involved: fc.Arbitrary<Involved> = fc.record({
  registrar: given,
  agents: fc.array(given),
  hosts: fc.array(given),
  regions: fc.array(given),
});
const scope: fc.Arbitrary<StopScope> = fc.oneof(
  fc.constant({ kind: 'ALL' as const }),
  fc.record({ kind: fc.constantFrom('REGISTRAR' as const, 'AGENT', 'HOST', 'REGION'), id: given }),
);

describe('a stop', () => {
  it.each<StopScope>([
    { kind: 'ALL' },
    { kind: 'REGISTRAR', id: '440115' },
    { kind: 'AGENT', id: 'agent-1' },
    { kind: 'HOST', id: 'H-0001' },
    { kind: 'REGION', id: '43' },
  ])('of $kind $id holds up whom it names, until it has ended', async (it) => {
    const record = await aRow();
    expect(heldUp(record, [aStop({ scope: it })])).toBe(true);
    expect(heldUp(record, [aStop({ scope: it, state: 'RESUMING' })])).toBe(true);
    expect(heldUp(record, [aStop({ scope: it, state: 'ENDED' })])).toBe(false);
    const other = 'id' in it ? { ...it, id: `${it.id.slice(0, -1)}9` } : undefined;
    if (other) expect(heldUp(record, [aStop({ scope: other })])).toBe(false);
  });

  it('of an agent concerns also whom the mandate names, and what he sent himself as no agent', async () => {
    const form = aForm();
    const mandate = { ...form.mandate, agent: 'agent-2' };
    expect(involvedIn(await sent({ form: { ...form, mandate } })).agents).toContain('agent-2');
    const unsaid = { ...form, mandate: undefined };
    const own = await sent({ owner: 'agent-2', form: unsaid });
    expect(heldUp(own, [aStop({ scope: { kind: 'AGENT', id: 'agent-2' } })])).toBe(true);
  });

  it('holds up no open case, no return and no refusal of an official', async () => {
    const stops = [aStop()];
    expect(heldUp(await referred(), stops)).toBe(false);
    expect(heldUp(await decidedByOfficial('REGISTER'), stops)).toBe(true);
    expect(heldUp(await decidedByOfficial('RETURN'), stops)).toBe(false);
    expect(heldUp(await decidedByOfficial('REFUSE'), stops)).toBe(false);
  });

  it('of everything concerns all, of one thing those that name it and no other', () => {
    fc.assert(
      fc.property(scope, involved, (it, who) => {
        const { registrar, agents, hosts, regions } = who;
        const named = { REGISTRAR: [registrar], AGENT: agents, HOST: hosts, REGION: regions };
        expect(concerns(it, who)).toBe(it.kind === 'ALL' || named[it.kind].includes(it.id));
      }),
    );
  });

  it('has a key of its own for each scope', () => {
    fc.assert(
      fc.property(scope, scope, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(scopeKey(one) === scopeKey(other)).toBe(same);
      }),
    );
  });
});
