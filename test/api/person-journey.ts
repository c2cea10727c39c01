import { randomBytes } from 'node:crypto';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { aFreshKey, ifMatch, type Said, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** Whom two forms name who knows of neither. */
const HER = {
  name: '卫知夏',
  document: { kind: 'PASSPORT', number: 'E31415926', validUntil: '2035-01-01' },
  residence: '广州市越秀区听涛路9号201房',
  phone: '13800000009',
  email: 'her@example.com',
};
const aShop = (word: string): ApplicationForm => {
  const form = anIndividualBusiness({
    name: `广州市南沙区${word}百货店`,
    roles: { operator: 'p1', liaison: 'p2' },
  });
  return { ...form, people: { p1: ofItsOwn(word).p1, p2: HER } };
};

/** She shows her face at the demo provider's page, which leads back with a code. */
async function showFace(authorize: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(authorize);
  searchParams.set('name', HER.name);
  searchParams.set('kind', HER.document.kind);
  searchParams.set('number', HER.document.number);
  const { headers } = await fetch(origin + pathname, {
    method: 'POST',
    body: searchParams,
    redirect: 'manual',
  });
  return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
}

/** A person asks who names her, and says “not me” of a draft and of a business, which is annulled. */
export async function personJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const created = async (body: object) => {
    const said = { headers: aFreshKey(), body };
    return (await call('createApplication', said, 'zhou-mubai')).body;
  };

  const draft = await created({ form: aShop('拾穗') });
  const form = aShop('拾星');
  const signed = await signatures(form, system.identity);
  const registered = await created({ form, signatures: signed, submit: true });

  await shown('today', 'readNamingsDocument');
  const secret = randomBytes(32).toString('base64url');
  const begun = await shown('begun', 'beginNamingsFaceCheck', { body: { secret } });
  const code = await showFace(textOf(begun, 'authorize'));
  const proof = await shown('proved', 'endNamingsFaceCheck', { body: { secret, code } });
  const assertion = textOf(proof, 'assertion');
  await shown('mine', 'listNamings', { body: { assertion } });
  const deny = (of: unknown, statement: string): Said => ({
    parameters: { id: textOf(of, 'id') },
    body: { assertion, statement },
  });
  await shown('stopped', 'denyNaming', deny(draft, '从未同意担任登记联络员。'));
  const denied = await shown('inquiry', 'denyNaming', deny(registered, '护照遗失，非本人办理。'));
  const again = (await call('denyNaming', deny(registered, '再次声明。'))).body;
  if (textOf(again, 'inquiry', 'id') !== textOf(denied, 'inquiry', 'id'))
    throw new Error('a second inquiry');

  const official = 'official-nansha';
  await shown('open', 'listInquiries', { query: { limit: '10' } }, official);
  const parameters = { id: textOf(denied, 'inquiry', 'id') };
  const act = (read: unknown, name: string, reason: string): Said => ({
    parameters,
    headers: ifMatch(read),
    body: { act: name, reason },
  });
  const filed = await shown('filed', 'readInquiry', { parameters }, official);
  const accepted = await shown(
    'accepted',
    'actInInquiry',
    act(filed, 'ACCEPT', '材料齐全，予以受理。'),
    official,
  );
  const proposed = await shown(
    'proposed',
    'actInInquiry',
    act(accepted, 'PROPOSE_ANNULMENT', '人脸与笔迹均非本人。'),
    official,
  );
  await shown(
    'annulled',
    'actInInquiry',
    act(proposed, 'CONFIRM_ANNULMENT', '复核无误，予以撤销。'),
    'supervisor',
  );
  return exchanges;
}
