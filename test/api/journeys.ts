import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { signatures } from '#test/builders/signatures.ts';
import type { Answer } from '#test/journeys/api.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aShop } from './a-shop.ts';
import { aFreshKey, ifMatch, memberOf, type Said, textOf } from './caller.ts';
import { clientJourney } from './client-journey.ts';
import { dataJourney } from './data-journey.ts';
import { defenceJourney } from './defence-journey.ts';
import { deskJourney } from './desk-journey.ts';
import { hostJourney } from './host-journey.ts';
import { measureJourney } from './measure-journey.ts';
import { noticeJourney } from './notice-journey.ts';
import { oversightJourney } from './oversight-journey.ts';
import { personJourney } from './person-journey.ts';
import { recorder } from './recorder.ts';
import { registrarJourney } from './registrar-journey.ts';
import { ruleSetJourney } from './rule-set-journey.ts';
import { scopeJourney } from './scope-journey.ts';
import { signingJourney } from './signing-journey.ts';
import { stopJourney } from './stop-journey.ts';

/** Two faults: a form word of another type, and no address. */
const FAULTY = {
  name: '广州市南沙区拾禾百货有限公司',
  premises: { kind: 'OWN', proof: 'LEASE' },
} satisfies Partial<ApplicationForm>;

/**
 * One journey for each audience, in order, on a system that nobody used before: what the document
 * shows as its examples.
 */
export async function journeys(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const as = (account?: string): Calls => ({
    quietly: (operation, said) => call(operation, said, account),
    shown: (example, operation, said) => shown(example, operation, said, account),
  });
  const sign = (form: ApplicationForm) => signatures(form, system.identity);
  const id = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });

  const uscc = await applicantJourney(as('lin-qinghe'), sign, id);
  await agentJourney(as('agent-qihang'), sign, id);
  await officialJourney(as('official-nansha'), id);
  await publicJourney(as(), uscc);
  exchanges.push(...(await registrarJourney(system)));
  exchanges.push(...(await deskJourney(system)));
  exchanges.push(...(await signingJourney(system)));
  exchanges.push(...(await clientJourney(system)));
  exchanges.push(...(await defenceJourney(system)));
  exchanges.push(...(await noticeJourney(system)));
  exchanges.push(...(await stopJourney(system)));
  exchanges.push(...(await personJourney(system)));
  exchanges.push(...(await oversightJourney(system)));
  exchanges.push(...(await hostJourney(system)));
  exchanges.push(...(await scopeJourney(system)));
  exchanges.push(...(await dataJourney(system)));
  exchanges.push(...(await ruleSetJourney(system)));
  exchanges.push(...(await measureJourney(system)));
  return exchanges;
}

interface Calls {
  quietly(operation: string, said?: Said): Promise<Answer>;
  shown(example: string, operation: string, said?: Said): Promise<unknown>;
}
type Sign = (form: ApplicationForm) => Promise<{ assertion: string }[]>;
type Id = (read: unknown) => Pick<Said, 'parameters'>;

/** @returns code and licence of what was registered */
async function applicantJourney({ shown, quietly }: Calls, sign: Sign, id: Id) {
  const drafted = aShop('初棠');
  const stateWords = aShop('中国栖岚');
  const referred = await quietly('createApplication', {
    headers: aFreshKey(),
    body: { submit: true, form: stateWords, signatures: await sign(stateWords) },
  });
  await eventually(
    async () => (await quietly('readApplication', id(referred.body))).body,
    (read) => memberOf(read, 'state') === 'REFERRED',
  );
  await shown('referred', 'readApplication', id(referred.body));
  await shown('faults', 'preCheck', { body: { form: aShop('拾禾', FAULTY) } });
  await shown('in-order', 'preCheck', { body: { form: drafted } });

  const draft = await shown('draft', 'createApplication', {
    headers: aFreshKey(),
    body: { form: aShop('拾禾', FAULTY) },
  });
  const edited = await shown('mended', 'editApplication', {
    ...id(draft),
    headers: ifMatch(draft),
    body: { form: drafted },
  });
  const registered = await shown('signed', 'submitApplication', {
    ...id(edited),
    headers: ifMatch(edited),
    body: { signatures: await sign(drafted) },
  });
  await shown('registered', 'readApplication', id(registered));

  const oneClick = async (example: string, form: ApplicationForm, signed?: object[]) =>
    shown(example, 'createApplication', {
      headers: aFreshKey(),
      body: { submit: true, form, signatures: signed ?? (await sign(form)) },
    });
  await oneClick('one-click', aShop('望舒'));
  const returned = await oneClick('returned', aShop('拾禾', FAULTY));
  await shown('next-attempt', 'correctApplication', {
    ...id(returned),
    headers: ifMatch(returned),
    body: { form: aShop('拾禾') },
  });
  const waiting = await oneClick('waits-for-signature', aShop('云舟'), []);
  await shown('not-signed', 'submitApplication', {
    ...id(waiting),
    headers: ifMatch(waiting),
    body: { signatures: [] },
  });
  const signing = await shown('signing', 'readApplication', id(waiting));
  await shown('withdrawn', 'withdrawApplication', { ...id(signing), headers: ifMatch(signing) });
  await shown('mine', 'listApplications', { query: { limit: '2' } });
  return {
    uscc: textOf(registered, 'licence', 'uscc'),
    licence: textOf(registered, 'licence', 'licence'),
  };
}

async function agentJourney({ shown, quietly }: Calls, sign: Sign, id: Id): Promise<void> {
  const forms = [aShop('松间'), aShop('漱石', { premises: FAULTY.premises })];
  const rows = await Promise.all(
    forms.map(async (form, index) =>
      JSON.stringify({ clientRowRef: `shop-${index + 1}`, form, signatures: await sign(form) }),
    ),
  );
  const file = Buffer.from([...rows, '{"clientRowRef":"shop-3","form":{"type":7}}', ''].join('\n'));
  const created = await shown('announced', 'createBatch', {
    headers: aFreshKey(),
    body: { format: 'NDJSON', bytes: file.length },
  });
  const put = await fetch(textOf(created, 'upload', 'url'), { method: 'PUT', body: file });
  if (!put.ok) throw new Error(`upload: ${put.status}`);
  await shown('submitted', 'submitBatch', { ...id(created), headers: ifMatch(created) });
  await eventually(
    async () => (await quietly('readBatch', id(created))).body,
    (read) => memberOf(read, 'state') === 'CLOSED',
  );
  await shown('closed', 'readBatch', id(created));
  await shown('rows', 'listRows', { ...id(created), query: { limit: '10' } });
  await shown('mine', 'listBatches');
}

async function officialJourney({ shown }: Calls, id: Id): Promise<void> {
  await shown('queue', 'listCases', { query: { registrar: '440115' } });
  const taken = await shown('taken', 'takeNextCase', { body: { registrar: '440115' } });
  await shown('findings', 'readCase', id(taken));
  const renewed = await shown('renewed', 'takeCase', { ...id(taken), headers: ifMatch(taken) });
  const decide = (read: unknown, outcome: string, reason: string): Said => ({
    ...id(read),
    headers: ifMatch(read),
    body: { outcome, reason },
  });
  const refused = await shown(
    'refused',
    'decideCase',
    decide(renewed, 'REFUSE', '字号含有国家字样，未经批准。'),
  );
  const open = await shown('taken-back', 'withdrawDecision', {
    ...id(refused),
    headers: ifMatch(refused),
  });
  await shown('registered', 'decideCase', decide(open, 'REGISTER', '字号另有含义，不致误认。'));
}

async function publicJourney(
  { shown }: Calls,
  { uscc, licence }: { uscc: string; licence: string },
): Promise<void> {
  await shown('registered', 'readBusiness', { parameters: { uscc } });
  await shown('found', 'searchRegister', { query: { name: '初棠' } });
  await shown('in-force', 'verifyLicence', { body: { licence } });
  await shown('not-ours', 'verifyLicence', { body: { licence: `${licence.slice(0, 40)}~` } });
  await shown('keys', 'readKeys');
  await shown('list', 'readStatusList', { parameters: { id: `${uscc.slice(2, 8)}-0` } });
  await shown('not-found', 'readProblem', { parameters: { slug: 'not-found' } });
}
