import { AssertedPerson } from '#functions/party/signers.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { aFreshKey, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** In force on whatever day it is recorded. */
const MANDATE = {
  acts: ['ESTABLISHMENT'],
  from: '2025-09-15',
  until: '2099-12-31',
  corrections: true,
};

/** A client at home, for whom two agents applied: she sees both mandates, chooses one, and ends it later. */
export async function clientJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);

  const { p1 } = ofItsOwn('禾屿');
  const shop = anIndividualBusiness({ name: '广州市南沙区禾屿百货店', people: { p1 } });
  const elsewhere = { kind: 'OWN', address: '广州市天河区云岭路6号302房', proof: 'LEASE' };
  const sentBy = async (agent: string, change = {}) => {
    const form = { ...shop, mandate: { ...MANDATE, agent }, ...change };
    const signed = await signatures(form, system.identity);
    const body = { form, signatures: signed, submit: true };
    return (await call('createApplication', { headers: aFreshKey(), body }, agent)).body;
  };
  await sentBy('agent-qihang', { premises: elsewhere });
  const second = await sentBy('agent-lanting');
  const mandate = (application: unknown) => `ma_${textOf(application, 'id').slice(3)}`;

  const proof = async (document: unknown) => ({
    assertion: await system.identity.assert({
      ...AssertedPerson.parse(p1),
      documentHash: textOf(document, 'documentHash'),
      at: Date.now(),
    }),
  });
  const toList = await shown('the document to sign', 'readMandateDocument', {
    query: { act: 'LIST' },
  });
  await shown('two agents for one business', 'listMandates', { body: await proof(toList) });
  const act = async (example: string, operation: string, act: string, id: string) => {
    const { body } = await call('readMandateDocument', { query: { act, mandate: id } });
    return shown(example, operation, { parameters: { id }, body: await proof(body) });
  };
  await act('this one', 'chooseMandate', 'CHOICE', mandate(second));
  await act('at any time', 'endMandate', 'END', mandate(second));
  await shown('all of it', 'readPracticeRecord', { query: { limit: '10' } }, 'agent-lanting');
  await shown(
    'single applications',
    'readPracticeRecord',
    { query: { limit: '10', cursor: 'singles' } },
    'agent-lanting',
  );
  return exchanges;
}
