import { SIGNING_HOST } from '#local/sample/hosts.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { atHostToday } from '#test/builders/a-form-of-today.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { aFreshKey, exchangeOf, type Said, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** The account of the sample's host that signs each agreement itself. */
export const HOST_ACCOUNT = 'host-0004';

/** The term does not depend on the day on which it is recorded. */
const CUSTODY = { from: '2026-10-01', until: '2099-12-31', serviceOfDocuments: true };

/** A host that signs custody agreements itself: one refused with the reason, one signed, and its places after. */
export async function hostJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call } = recorder(system);
  const shown = async (example: string, operation: string, said: Said = {}) => {
    const parameters = { host: SIGNING_HOST, ...said.parameters };
    const all = { ...said, parameters };
    const told = await call(operation, all, HOST_ACCOUNT);
    exchanges.push(exchangeOf(example, operation, all, told));
    return told.body;
  };

  /** a shop at the host's, signed by whom it names */
  const waiting = async (word: string, place: number) => {
    const { premises, promises } = atHostToday(SIGNING_HOST);
    const form = anIndividualBusiness({
      name: `广州市南沙区${word}百货店`,
      people: { p1: ofItsOwn(word).p1 },
      premises: { ...premises, place, custody: CUSTODY },
      promises,
    });
    const body = { submit: true, form, signatures: await signatures(form, system.identity) };
    const told = await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe');
    return { parameters: { id: textOf(told.body, 'id') } };
  };
  const [wanted, unknown] = [await waiting('溪禾', 12), await waiting('渡云', 13)];
  await shown('two wait', 'listCustodyAgreements');
  const read = await shown('what is asked', 'readCustodyAgreement', wanted);
  await shown('signed, and registered with it', 'signCustodyAgreement', {
    ...wanted,
    body: { digest: textOf(read, 'digest') },
  });
  await shown('no client of ours', 'refuseCustodyAgreement', {
    ...unknown,
    body: { reason: 'NOT_TENANT', text: '该经营者与我司没有托管约定。' },
  });
  await shown('its own', 'readHost');
  await shown('one occupied', 'listPlaces', { query: { limit: '10' } });
  return exchanges;
}
