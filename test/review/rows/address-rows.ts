import { REGISTRARS } from '#functions/registrar/registrars.ts';
import { addressDeliverable } from '#functions/review/rules/address-deliverable.ts';
import { addressInDistrict } from '#functions/review/rules/address-in-district.ts';
import { addressProvedOrPromised } from '#functions/review/rules/address-proved-or-promised.ts';
import { custodyCoversAYear } from '#functions/review/rules/custody-covers-a-year.ts';
import { hostCreditworthy } from '#functions/review/rules/host-creditworthy.ts';
import { hostTakesTenant } from '#functions/review/rules/host-takes-tenant.ts';
import { networkAddressOnPlatform } from '#functions/review/rules/network-address-on-platform.ts';
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

export const ADDRESS_ROWS: readonly RuleRow[] = [
  {
    rule: addressInDistrict,
    hits: {
      '/registrar NO_REGISTRAR RETURN': company({ registrar: '110101' }),
      '/type TYPE_ELSEWHERE RETURN': individual(
        {},
        companiesOnly ? { registrar: companiesOnly } : {},
      ),
      '/premises/address OUTSIDE RETURN': company(at('广州市天河区云岭路6号')),
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
    },
    passes: company({ premises: { ...own, proof: 'PROMISE' }, promises: { address: true } }),
    notApplicable: company(atHost),
  },
  {
    rule: networkAddressOnPlatform,
    hits: {
      '/premises/address PLATFORM REFER': individual(shop),
      '/premises/kind INDIVIDUALS_ONLY RETURN': company(shop),
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
    rule: hostCreditworthy,
    hits: {
      '/premises/host CLASS_D REFER': company(atHost, { host: aHost({ creditClass: 'D' }) }),
      '/premises/host ABNORMAL REFER': company(atHost, { host: aHost({ abnormal: true }) }),
    },
    passes: company(atHost, { host: aHost({ creditClass: 'C' }) }),
    notApplicable: company(),
  },
];
