import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aShop } from './a-shop.ts';
import { aFreshKey, ifMatch, memberOf, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** What an owner does about the procedure, an extension of the clock, and a hand-over from 天河 to 南沙. */
export async function oversightJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });
  const changing = (read: unknown) => ({ ...at(read), headers: ifMatch(read) });

  const sent = async (form: ApplicationForm): Promise<unknown> => {
    const body = { submit: true, form, signatures: await signatures(form, system.identity) };
    return (await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe')).body;
  };
  const becomes = (read: unknown, state: string) =>
    eventually(
      async () => (await call('readApplication', at(read), 'lin-qinghe')).body,
      (now) => memberOf(now, 'state') === state,
    );
  const caseOf = async (read: unknown, account: string): Promise<unknown> => {
    const parameters = { id: textOf(read, 'case', 'id') };
    return (await call('readCase', { parameters }, account)).body;
  };

  const returned = await sent(aShop('听泉', { premises: { kind: 'OWN', proof: 'LEASE' } }));
  const asked = await shown('asked', 'askForPerson', changing(returned), 'lin-qinghe');
  await shown('before-an-official', 'readWithdrawal', at(asked), 'lin-qinghe');
  const waiting = await becomes(asked, 'REFERRED');
  const extending = {
    ...changing(await caseOf(waiting, 'supervisor')),
    body: { reason: '案情复杂。' },
  };
  await shown('extended', 'extendCase', extending, 'supervisor');
  const now = await becomes(asked, 'REFERRED');
  await shown('before-the-decision', 'withdrawApplication', changing(now), 'lin-qinghe');

  const elsewhere = await becomes(await sent(aShop('枕溪', { registrar: '440106' })), 'REFERRED');
  const taken = await eventually(
    async () =>
      call('takeCase', changing(await caseOf(elsewhere, 'official-tianhe')), 'official-tianhe'),
    ({ status }) => status === 200,
  );
  const handing = {
    ...changing(taken.body),
    body: { outcome: 'HAND_OVER', reason: '住所在南沙区，依法移送。', to: '440115' },
  };
  await shown('handed-over', 'decideCase', handing, 'official-tianhe');
  const there = await becomes(elsewhere, 'HANDED_OVER');
  await shown('handed-over', 'readApplication', at(there), 'lin-qinghe');
  return exchanges;
}
