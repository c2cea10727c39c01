import type { ApplicationForm } from '#functions/application/form.ts';
import { DefenceFile, type Sections } from '#functions/defence/defence-file.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aShop } from './a-shop.ts';
import { aFreshKey, exchangeOf, ifMatch, memberOf, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** One refused by an official and one returned by the machine, the files that defend both, and who received the data. */
export async function defenceJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call } = recorder(system);
  const send = async (form: ApplicationForm): Promise<unknown> => {
    const body = { form, signatures: await signatures(form, system.identity), submit: true };
    return (await call('createApplication', { headers: aFreshKey(), body }, 'zhou-mubai')).body;
  };
  const at = (id: string) => ({ parameters: { id } });
  const shown = async (example: string, operation: string, id: string) => {
    const told = await call(operation, at(id), 'supervisor');
    const body = outlineOf(DefenceFile.parse(told.body));
    exchanges.push(exchangeOf(example, operation, at(id), { ...told, body }));
  };

  const { premises: _none, ...incomplete } = aShop('槿汐');
  const returned = await send(incomplete);
  await shown('returned', 'readApplicationDefenceFile', textOf(returned, 'id'));

  // 中国 inside the name is for a person to weigh (NM-07)
  const referred = textOf(await send(aShop('煦和中国')), 'id');
  const read = await eventually(
    async () => (await call('readApplication', at(referred), 'zhou-mubai')).body,
    (it) => typeof it === 'object' && it !== null && 'case' in it,
  );
  const caseId = textOf(memberOf(read, 'case'), 'id');
  const inOffice = async (operation: string, last: unknown, body?: object) => {
    const said = { ...at(caseId), headers: ifMatch(last), ...(body && { body }) };
    return (await call(operation, said, 'official-nansha')).body;
  };
  const opened = (await call('readCase', at(caseId), 'official-nansha')).body;
  const held = await inOffice('takeCase', opened);
  await inOffice('decideCase', held, { outcome: 'REFUSE', reason: '字号含有国家字样，未经批准。' });
  await shown('refused', 'readCaseDefenceFile', caseId);
  const told = await call('listDisclosures', at(referred), 'zhou-mubai');
  exchanges.push(exchangeOf('read-by-officials', 'listDisclosures', at(referred), told));
  return exchanges;
}

const DIGEST = '0'.repeat(64);
const THUMBPRINT = 'hRUqsWQoQF5vFh2GmDbmfP4U0dOkUyQ2RT3ZvQeVYtM';

/** What the document shows of a file: one of each thing, in part. Whole, it has some hundred kB, and no two are alike. */
function outlineOf({ format, seal, sections }: DefenceFile): DefenceFile {
  const { application, attempts, decisions, cases, rules, history, readings, keys } = sections;
  const some = (items: Sections['history'], ...names: string[]) =>
    items.slice(0, 1).map((item) => picked(item, names));
  const [set] = Object.values(rules);
  const texts = Array.isArray(set?.texts) ? set.texts.slice(0, 1) : [];
  return {
    format,
    seal,
    sections: {
      application: { id: application.id, state: application.state, events: 2, historyHead: DIGEST },
      attempts: attempts.slice(0, 1).map(({ attempt, sent }) => ({
        attempt,
        sent: picked(sent, ['submittedAt']),
        beside: {},
      })),
      decisions: some(decisions, 'attempt', 'round', 'decidedAt', 'verdict', 'findings'),
      cases: some(cases, 'attempt', 'id', 'state', 'decision'),
      answers: {},
      standings: [],
      rules: { [DIGEST]: { id: set?.id, from: set?.from, texts } },
      history: some(history, 'seq', 'at', 'attempt', 'to', 'by'),
      notices: [],
      readings: some(readings, 'at', 'by', 'what'),
      beside: {},
      register: { beside: {} },
      keys: {
        ours: keys.ours.slice(0, 1).map((key) => ({ ...key, thumbprint: THUMBPRINT })),
        others: [],
      },
    },
  };
}

const picked = (item: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
