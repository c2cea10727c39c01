import { REGISTRARS } from '#functions/registrar/registrars.ts';
import type { Listed } from '#functions/review/cross-case.ts';
import { addressDeliverable } from '#functions/review/rules/address-deliverable.ts';
import { addressInDistrict } from '#functions/review/rules/address-in-district.ts';
import { addressProvedOrPromised } from '#functions/review/rules/address-proved-or-promised.ts';
import { custodyCoversAYear } from '#functions/review/rules/custody-covers-a-year.ts';
import { hostAddressInPattern } from '#functions/review/rules/host-address-in-pattern.ts';
import { hostCreditworthy } from '#functions/review/rules/host-creditworthy.ts';
import { hostTakesTenant } from '#functions/review/rules/host-takes-tenant.ts';
import { networkAddressOnPlatform } from '#functions/review/rules/network-address-on-platform.ts';
import { promisesByTextInForce } from '#functions/review/rules/promises-by-text-in-force.ts';
import { scopeFitsHostAddress } from '#functions/review/rules/scope-fits-host-address.ts';
import { atHost } from '#test/builders/a-form.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { company, empty, individual, type RuleRow } from '../rule-row.ts';

const at = (address: string) => ({ premises: { kind: 'OWN', address, proof: 'LEASE' } });
const own = { kind: 'OWN', address: '广州市南沙区望潮街12号305房' };
const shop = { premises: { kind: 'NETWORK', address: '云市平台晨岚店', proof: 'CONSENT' } };
const custody = (change: object) => ({
  ...atHost,
  premises: { ...atHost.premises, custody: { ...atHost.premises.custody, ...change } },
});
const hosted = (items: readonly string[], change: object = {}) =>
  company({ ...atHost, scope: { items: ['日用百货销售', ...items] }, ...change });

const inNansha = REGISTRARS.find((it) => it.division === '440115');
const companiesOnly = inNansha && { ...inNansha, registers: ['LIMITED_COMPANY' as const] };
const wantsPlace = { ...atHost, premises: { ...atHost.premises, place: 7 } };

/** What lists say of whoever stands at a place of the form. */
const listed = (pointer: string, list: Listed['list'], ground: string) => ({
  listed: [{ pointer, list, ground, from: '2026-01-01' }],
});
const byProperty = (ground: string) => listed('/premises/address', 'PROPERTY', ground);
const mandate = { agent: 'agent-1', acts: ['ESTABLISHMENT'] };

export const ADDRESS_ROWS: readonly RuleRow[] = [
  {
    rule: addressInDistrict,
    hits: {
      '/registrar NO_REGISTRAR RETURN': company({ registrar: '110101' }),
      '/registrar NO_REGISTRAR RETURN + /premises/address NOT_GUANGZHOU RETURN': company({
        registrar: '110101',
        ...at('广东省深圳市南山区云岭路6号'),
      }),
      '/type TYPE_ELSEWHERE RETURN': individual(
        {},
        companiesOnly ? { registrar: companiesOnly } : {},
      ),
      '/premises/address OUTSIDE RETURN': company(at('广州市天河区云岭路6号')),
      '/premises/address ELSEWHERE REFER': company({ registrar: '440106' }),
      '/premises/address NOT_GUANGZHOU RETURN': company(at('广东省深圳市南山区云岭路6号')),
      '/premises/host HOST_OUTSIDE RETURN': company(atHost, {
        host: aHost({ registrar: '440106' }),
      }),
    },
    passes: company(at('广东省广州市南沙区望潮街12号')),
    notApplicable: empty(),
  },
  {
    rule: addressDeliverable,
    hits: {
      '/premises/address BOX RETURN': company(at('广州市南沙区望潮街12号3号信箱')),
      '/premises/address SEVERAL RETURN': company(
        at('广州市南沙区望潮街12号、广州市南沙区听涛路3号'),
      ),
      '/premises/address NO_NUMBER RETURN': company(at('广州市南沙区望潮街')),
    },
    passes: company(at('广州市南沙区望潮街十二号首层')),
    notApplicable: company(atHost),
  },
  {
    rule: addressProvedOrPromised,
    hits: {
      '/premises/proof PROOF_NEEDED RETURN': company({
        registrar: '440106',
        premises: { ...own, proof: 'PROMISE' },
        promises: { address: true },
      }),
      '/promises/address NOT_PROMISED RETURN': company({ premises: { ...own, proof: 'PROMISE' } }),
      '/premises/address CONTRADICTED REFER': company({}, byProperty('CONTRADICTED')),
    },
    passes: company({ premises: { ...own, proof: 'PROMISE' } }, byProperty('CONFIRMED')),
    notApplicable: company(atHost),
  },
  {
    rule: networkAddressOnPlatform,
    hits: {
      '/premises/address PLATFORM REFER': individual(shop),
      '/premises/kind INDIVIDUALS_ONLY RETURN': company(shop),
      '/premises/address BARE_DOMAIN RETURN': individual({
        premises: { ...shop.premises, address: 'https://www.chenlan.example/' },
      }),
      '/premises/address PLATFORM REFER + /scope/items/1 PREMISES_BOUND REFER': individual({
        ...shop,
        scope: { items: ['日用百货销售', '餐饮服务'] },
      }),
    },
    passes: 'NEVER_MET',
    notApplicable: company(),
  },
  {
    rule: hostTakesTenant,
    hits: {
      '/premises/host UNKNOWN RETURN': company(
        { premises: { ...atHost.premises, host: 'H-9999' } },
        { place: 'NOT_NEEDED' },
      ),
      '/premises/host NOT_ACTIVE RETURN': company(atHost, {
        host: aHost({ status: 'QUITTING' }),
        place: 'NOT_NEEDED',
      }),
      '/premises/host EXPIRED RETURN': company(atHost, {
        host: aHost({ validUntil: '2026-11-22' }),
      }),
      '/premises/host NOT_SIGNED RETURN': company(atHost, { custodySigned: false }),
      '/premises/host NONE_FREE RETURN': company(atHost, { place: 'NONE_FREE' }),
      '/premises/place TAKEN RETURN': company(wantsPlace, { place: 'TAKEN' }),
    },
    passes: company(wantsPlace, { host: aHost({ validUntil: '2026-11-23' }) }),
    notApplicable: company(),
  },
  {
    rule: custodyCoversAYear,
    hits: {
      '/premises/custody/from NOT_BEGUN RETURN': company(custody({ from: '2026-11-24' })),
      '/premises/custody/until ENDED RETURN': company(custody({ until: '2026-11-22' })),
      '/premises/custody/until SHORT RETURN': company(custody({ until: '2027-10-30' })),
      '/premises/custody/serviceOfDocuments NO_SERVICE RETURN': company(
        custody({ serviceOfDocuments: false }),
      ),
    },
    passes: company(custody({ until: '2027-10-31' })),
    notApplicable: company(),
  },
  {
    rule: scopeFitsHostAddress,
    hits: {
      '/premises/kind TYPE RETURN + /scope/items/0 EXCLUDED RETURN': individual(
        { ...atHost, scope: { items: ['餐饮服务'] } },
        inNansha && { registrar: { ...inNansha, cluster: ['LIMITED_COMPANY'] } },
      ),
      '/premises/kind TYPE RETURN': company(
        { ...atHost, registrar: '440106' },
        { host: aHost({ registrar: '440106' }) },
      ),
      '/scope/bundle/id BUNDLE RETURN': company({
        ...atHost,
        scope: { bundle: { id: 'B13' } },
      }),
      '/scope/items/1 EXCLUDED RETURN': hosted(['食品销售']),
      '/scope/items/1 LICENSED REFER': hosted(['网络文化经营']),
      '/promises/noPremisesBoundActivity NO_PROMISE RETURN': hosted(
        ['电动自行车销售', '食品销售（仅销售预包装食品）'],
        { promises: {} },
      ),
      '/scope/items/1 PROMISED WARN + /scope/items/2 PROMISED WARN': hosted([
        '电动自行车销售',
        '食品销售（仅销售预包装食品）',
      ]),
    },
    passes: company(atHost),
    notApplicable: company(),
  },
  {
    rule: promisesByTextInForce,
    hits: {
      // its founders promise that they alone own it
      '/promises/version NO_VERSION RETURN': company({ promises: {} }),
      '/promises/version NOT_IN_FORCE RETURN': company({
        promises: { address: true, version: '2024-04' },
      }),
    },
    passes: company({ promises: { address: true, version: '2026-05' } }),
    notApplicable: individual({ promises: { address: false } }),
  },
  {
    rule: hostCreditworthy,
    hits: {
      '/premises/host CLASS_D REFER': company(atHost, { host: aHost({ creditClass: 'D' }) }),
      '/premises/host ABNORMAL REFER': company(atHost, {
        host: aHost({ abnormal: true }),
        ...listed('/premises/host', 'ABNORMAL', 'ABNORMAL'),
      }),
      '/people/p2 INVESTOR_CLASS_D REFER': company({}, listed('/people/p2', 'CREDIT', 'D')),
      '/people/p1 INVESTOR_ABNORMAL REFER': individual(
        {},
        listed('/people/p1', 'ABNORMAL', 'SERIOUS'),
      ),
      '/mandate/agent AGENT_CLASS_D REFER': company(
        { mandate },
        listed('/mandate/agent', 'CREDIT', 'D'),
      ),
      '/mandate/agent AGENT_ABNORMAL REFER': company(
        { mandate },
        listed('/mandate/agent', 'ABNORMAL', 'ABNORMAL'),
      ),
    },
    passes: company(atHost, {
      host: aHost({ creditClass: 'C' }),
      ...listed('/people/p3', 'CREDIT', 'D'),
    }),
    notApplicable: empty(),
  },
  {
    rule: hostAddressInPattern,
    hits: {
      '/premises/host UNFIT REFER': company(atHost, {
        host: aHost({ address: '南沙区望潮街88号2楼201室' }),
      }),
    },
    passes: company(atHost),
    notApplicable: company(atHost, { host: aHost({ registrar: '440106' }) }),
  },
];
