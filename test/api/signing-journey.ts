import { AssertedPerson } from '#functions/party/signers.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aShop } from './a-shop.ts';
import { aFreshKey, ifMatch, memberOf, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** Links to sign, what persons do with them, an agent's chase list, and an official's act. */
export async function signingJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });

  /** an application that waits for p1 */
  const waiting = async (word: string): Promise<unknown> => {
    const body = { submit: true, form: aShop(word) };
    const told = await call('createApplication', { headers: aFreshKey(), body }, 'lin-qinghe');
    return told.body;
  };
  const linkOf = (made: unknown) => {
    const link = memberOf(made, 'signings', 0);
    const secret = new URL(textOf(link, 'link')).hash.slice(1);
    return { ...at(link), secret };
  };
  const assertion = async (read: unknown): Promise<string> => {
    const who = AssertedPerson.parse(ofItsOwn('闻溪').p1);
    const documentHash = textOf(read, 'documentHash');
    return system.identity.assert({ ...who, documentHash, at: Date.now() });
  };

  const signed = await waiting('闻溪');
  const { secret, ...signing } = linkOf(
    await shown('links', 'makeSignings', at(signed), 'lin-qinghe'),
  );
  await shown('opened', 'openSigning', { ...signing, body: { secret } });
  const body = { secret, assertion: await assertion(signed) };
  await shown('registered', 'sign', { ...signing, body });

  const refused = await waiting('拂晓');
  const refusing = linkOf((await call('makeSignings', at(refused), 'lin-qinghe')).body);
  await shown('refused', 'refuseSigning', {
    parameters: refusing.parameters,
    body: { secret: refusing.secret, reason: 'DISAGREES', text: '经营范围与我所知不符。' },
  });
  const act = {
    person: 'p1',
    kind: 'IN_PERSON',
    document: '现场核验〔2026〕1号',
    documentHash: textOf(refused, 'documentHash'),
  };
  await shown('in-person', 'recordIdentityAct', { ...at(refused), body: act }, 'official-nansha');

  const file = `${JSON.stringify({ clientRowRef: 'unsigned-1', form: aShop('听蝉') })}\n`;
  const created = await call(
    'createBatch',
    { headers: aFreshKey(), body: { format: 'NDJSON', bytes: Buffer.byteLength(file) } },
    'agent-qihang',
  );
  const put = await fetch(textOf(created.body, 'upload', 'url'), { method: 'PUT', body: file });
  if (!put.ok) throw new Error(`upload: ${put.status}`);
  const batch = at(created.body);
  await call('submitBatch', { ...batch, headers: ifMatch(created.body) }, 'agent-qihang');
  await eventually(
    async () => (await call('readBatch', batch, 'agent-qihang')).body,
    (read) => memberOf(read, 'state') === 'CLOSED',
  );
  const page = { ...batch, query: { limit: '100' } };
  await shown('links', 'makeBatchSignings', page, 'agent-qihang');
  await shown('chased', 'listBatchSigners', page, 'agent-qihang');
  return exchanges;
}
