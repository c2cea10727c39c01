import { legalDateOf } from '#functions/shared/days.ts';
import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { aFreshKey, ifMatch, type Said, textOf } from './caller.ts';
import { recorder } from './recorder.ts';

const DAY = 86_400_000;

/** Dated data is published by two officials, a rule is switched off and on, and a list's entry is entered and ended. */
export async function dataJourney(system: System): Promise<Exchange[]> {
  const { exchanges, shown: shownTo } = recorder(system);
  const shown = (example: string, operation: string, said: Said, account = 'supervisor') =>
    shownTo(example, operation, said, account);
  const at = (read: unknown) => ({ parameters: { id: textOf(read, 'id') } });
  const over = (read: unknown) => ({ ...at(read), headers: ifMatch(read) });
  const propose = (example: string, body: object) =>
    shown(example, 'proposeEdition', { headers: aFreshKey(), body });
  // the day after tomorrow: it stays to come while this runs, whatever the hour
  const from = legalDateOf(Date.now() + 2 * DAY);

  const limits = await propose('limits', {
    content: {
      kind: 'LIMITS',
      figures: {
        businessesOfOneHead: 8,
        ofOneHeadInOneFile: 3,
        applicantsWithOneContact: 4,
        atOneAddress: 25,
        newAtOneAddress: 12,
        alikeInOneFile: 5,
        oneLookedAtOfAlike: 10,
        returnedOfAgent: 35,
        decidedOfAgent: 20,
      },
    },
    registrar: '440115',
    from,
    reason: '按本年度测算的第99百分位调整。',
  });
  const confirmed = await shown('confirmed', 'confirmEdition', over(limits), 'supervisor-nansha');
  await shown('before-it-begins', 'withdrawEdition', over(confirmed));
  const bundle = await propose('bundle', {
    content: {
      kind: 'BUNDLE',
      bundle: {
        id: 'B15',
        version: 'next',
        name: '即时零售',
        types: ['LIMITED_COMPANY'],
        ownPremises: false,
        core: ['日用百货销售', '国内贸易代理'],
        options: [],
      },
    },
    from,
    reason: '市商务局来函。',
  });
  await shown('one', 'readEdition', at(bundle));
  await propose('stop-list', {
    content: { kind: 'STOP_LIST', words: [{ word: '示例禁词', ground: 'PUBLIC_INTEREST' }] },
    from,
    reason: '主管部门通报。',
  });
  const of = { rule: 'BA-08' };
  const scope = { registrar: '440106' };
  await shown('today', 'readPublished', { query: { registrar: '440115' } });
  await propose('switched-off', {
    content: { kind: 'SWITCHES', of, on: false },
    ...scope,
    reason: '统计口径核查期间改由人工审核。',
  });
  const on = await propose('on-again', {
    content: { kind: 'SWITCHES', of, on: true },
    ...scope,
    reason: '核查完毕。',
  });
  await shown('by-another', 'listEditions', { query: { kind: 'SWITCHES', limit: '10' } });
  await shown('withdrawn', 'withdrawEdition', over(on));

  const subject = { kind: 'BUSINESS', uscc: '91440115MAX000023X' };
  const entry = await shown('whitelist', 'enterListEntry', {
    headers: aFreshKey(),
    body: {
      subject,
      number: 'NS-2026-017',
      list: 'FAVOURED',
      ground: 'WHITELIST',
      from: legalDateOf(Date.now()),
      until: legalDateOf(Date.now() + 365 * DAY),
      source: '广州市南沙区商务局',
      officer: 'official-nansha',
      reason: '直播电商白名单第三批。',
    },
  });
  await shown('of-a-business', 'findListEntries', { body: { subject } }, 'official-nansha');
  await shown('one', 'readListEntry', at(entry), 'official-nansha');
  await shownTo('today', 'countListEntries');
  await shown('ended', 'endListEntry', {
    ...over(entry),
    body: { until: legalDateOf(Date.now()), reason: '企业申请退出。' },
  });
  return exchanges;
}
