import type { ApplicationRecord } from '../application/application.ts';
import { chosenFor, type IntentClaim } from '../application/intent-claim.ts';
import { mayBecome } from '../application/lifecycle.ts';
import { type StopPorts, stopForClient } from './end-mandate.ts';
import { mayHold, notInThisState } from './submit.ts';

export interface ChoosePorts extends StopPorts {
  claim(intent: string): Promise<IntentClaim | undefined>;
}

/**
 * Of several applications for one client and business, the client chooses this one: the others are
 * withdrawn, rivals first, and the holder of the claim last, in one transaction with the claim's
 * passing on. Cut short, it is chosen again with the same effect.
 *
 * @throws {DomainError} NotInThisState where there is nothing to choose any more: this one is over, or
 *   another is registered; ApplicationMoved when one changed meanwhile: worth another try
 */
export async function chooseSource(ports: ChoosePorts, chosen: ApplicationRecord): Promise<void> {
  const { id, state } = chosen.application;
  const { intent } = await mayHold(ports, chosen);
  const claim = intent && (await ports.claim(intent));
  const competes =
    claim && (claim.holder === id ? claim.rivals.length > 0 : claim.rivals.includes(id));
  if (!intent || !claim || !competes || !mayBecome(state, 'WITHDRAWN'))
    throw notInThisState(chosen);

  const others = [...claim.rivals, claim.holder].filter((other) => other !== id);
  const records = await Promise.all(others.map((other) => ports.record(other)));
  for (const other of records)
    if (!mayBecome(other.application.state, 'WITHDRAWN')) throw notInThisState(other);
  const because = 'CLIENT_CHOSE_ANOTHER';
  for (const other of records.filter((it) => it.application.id !== claim.holder))
    await stopForClient(ports, other, { because });
  const holder = records.find((it) => it.application.id === claim.holder);
  const from = holder && (await ports.claim(intent));
  if (!holder || !from) return;
  const to = chosenFor(from, id, new Date(ports.now()).toISOString());
  await stopForClient(ports, holder, { because }, { intent, from, to });
}
