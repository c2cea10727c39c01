import type { ApplicationForm } from '#functions/application/form.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { aFreshKey, exchangeOf, ifMatch, memberOf, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

/** A 个体工商户 whose address stands on a promise, by the text of a version. */
const aShop = (version: string): ApplicationForm =>
  anIndividualBusiness({
    name: '广州市南沙区照野百货店',
    people: { p1: ofItsOwn('照野').p1 },
    premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
    promises: { address: true, version },
  });

/** What an applicant is told by notices, who may verify them, and a check after the event. */
export async function noticeJourney(system: System): Promise<Exchange[]> {
  const { exchanges, call, shown } = recorder(system);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });
  const sign = (form: ApplicationForm) => signatures(form, system.identity);

  const promises = await shown('in-force', 'readPromises');
  const stale = aShop('2024-04');
  const sent = {
    headers: aFreshKey(),
    body: { submit: true, form: stale, signatures: await sign(stale) },
  };
  const returned = (await call('createApplication', sent, 'lin-qinghe')).body;
  const told = await shown('returned', 'listNotices', at(returned), 'lin-qinghe');
  const number = textOf(told, 'notices', 1, 'number');
  const parameters = { id: textOf(returned, 'id'), number };
  const notice = await shown('corrections', 'readNotice', { parameters }, 'lin-qinghe');
  await shown('ours', 'verifyNotice', { body: { jws: textOf(notice, 'jws') } });
  await shown('not-ours', 'verifyNotice', { body: { jws: 'not-a-notice' } });

  const form = aShop(textOf(promises, 'version'));
  const corrected = { ...at(returned), headers: ifMatch(returned), body: { form } };
  const draft = (await call('correctApplication', corrected, 'lin-qinghe')).body;
  const signed = { headers: ifMatch(draft), body: { signatures: await sign(form) } };
  const again = await call('submitApplication', { ...at(draft), ...signed }, 'lin-qinghe');
  const uscc = textOf(again.body, 'licence', 'uscc');
  await eventually(
    () => call('listPostChecks', {}, 'official-nansha'),
    ({ body }) => JSON.stringify(body).includes(uscc),
  );
  await shown('due', 'listPostChecks', { query: { limit: '1' } }, 'official-nansha');
  const check = { parameters: { uscc } };
  const read = await call('readPostCheck', check, 'official-nansha');
  exchanges.push(exchangeOf('due', 'readPostCheck', check, read));
  const order = {
    ...check,
    headers: { 'if-match': read.headers.get('etag') ?? '' },
    body: { result: 'CORRECTION', found: '门牌号与实地不符。', correctBy: '2099-01-31' },
  };
  const ordered = await shown('to-be-corrected', 'recordPostCheck', order, 'official-nansha');
  if (memberOf(ordered, 'due', 'due') !== order.body.correctBy) throw new Error('not ordered');
  return exchanges;
}
