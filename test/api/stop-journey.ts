import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { atHostToday } from '#test/builders/a-form-of-today.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aFreshKey, ifMatch, memberOf, type Said, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** A host's registrations are stopped, looked through and let go on, by two supervisors. */
export async function stopJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown: shownTo } = recorder(system);
  const shown = (example: string, operation: string, said: Said, account = 'supervisor') =>
    shownTo(example, operation, said, account);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });

  const since = new Date().toISOString();
  const form = anIndividualBusiness({
    ...atHostToday('H-0001'),
    name: '广州市南沙区听澜百货店',
    people: { p1: ofItsOwn('听澜').p1 },
  });
  const body = { submit: true, form, signatures: await signatures(form, system.identity) };
  await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe');

  const stopped = await shown('stopped', 'stopIssuance', {
    headers: aFreshKey(),
    body: { scope: { kind: 'HOST', id: 'H-0001' }, reason: '托管协议涉嫌伪造，核查期间暂停发照。' },
  });
  const issued = { ...at(stopped), query: { since, limit: '10' } };
  await eventually(
    async () => memberOf((await call('listIssued', issued, 'supervisor')).body, 'issued'),
    (found) => Array.isArray(found) && found.length === 1,
  );
  await shown('issued', 'listIssued', issued);
  const resuming = await shown('proposed', 'proposeResumption', {
    ...at(stopped),
    headers: ifMatch(stopped),
  });
  const confirming = { ...at(resuming), headers: ifMatch(resuming) };
  await shown('ended', 'confirmResumption', confirming, 'supervisor-nansha');
  await shown('one', 'readStop', at(stopped));
  await shown('all', 'listStops', { query: { limit: '10' } });
  return exchanges;
}
