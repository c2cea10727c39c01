import type { Plant } from './labelled.ts';
import { ANY, HOSTED, plant } from './plants.ts';

const at = (address: string) => ({ set: { '/premises/address': address } });
const custody = (change: Readonly<Record<string, unknown>>) => ({
  set: Object.fromEntries(
    Object.entries(change).map(([member, value]) => [`/premises/custody/${member}`, value]),
  ),
});
const shop = (address: string) => ({ kind: 'NETWORK', address, proof: 'CONSENT' });
const property = (ground: string) => ({
  world: { listed: [['/premises/address', 'PROPERTY', ground]] as const },
});
const building = (ground: string) => ({
  world: { listed: [['/premises/address', 'BUILDING', ground]] as const },
});

export const ADDRESS_PLANTS: readonly Plant[] = [
  plant('AD-01 /premises/address OUTSIDE RETURN', ANY, {
    set: (making) => ({ '/premises/address': making.address('天河区') }),
  }),
  plant('AD-01 /premises/address ELSEWHERE REFER', 'nameless', {
    set: (making) => ({ '/premises/address': making.address('天河区') }),
  }),
  plant('AD-01 /premises/address ELSEWHERE REFER', ['company', 'individual'], {
    which: 'a name of the whole city',
    set: (making, { type }) => ({
      '/premises/address': making.address('番禺区'),
      '/name': `广州${making.word()}百货${type === 'LIMITED_COMPANY' ? '有限公司' : '店'}`,
    }),
  }),
  plant('AD-01 /premises/address NOT_GUANGZHOU RETURN', ANY, at('广东省深圳市南山区云岭路6号')),
  plant('AD-01 /registrar NO_REGISTRAR RETURN', ANY, {
    set: { '/registrar': '110101' },
    alone: true,
  }),
  plant('AD-01 /premises/host HOST_OUTSIDE RETURN', HOSTED, {
    world: { host: { registrar: '440106' } },
  }),

  plant('AD-02 /premises/address BOX RETURN', ANY, at('广州市南沙区望潮街9012号3号信箱')),
  plant(
    'AD-02 /premises/address SEVERAL RETURN',
    ANY,
    at('广州市南沙区望潮街9013号、广州市南沙区听涛路9003号'),
  ),
  plant('AD-02 /premises/address NO_NUMBER RETURN', ANY, at('广州市南沙区望潮街')),

  plant('AD-03 /premises/proof PROOF_NEEDED RETURN', 'inTianhe', {
    set: { '/premises/proof': 'PROMISE', '/promises': { address: true, version: '2026-05' } },
  }),
  plant('AD-03 /promises/address NOT_PROMISED RETURN', ANY, {
    set: { '/premises/proof': 'PROMISE' },
  }),
  plant('AD-03 /premises/address CONTRADICTED REFER', ANY, property('CONTRADICTED')),
  plant([], ['company', 'nameless'], {
    which: 'a promised address that property data confirm',
    set: { '/premises/proof': 'PROMISE' },
    ...property('CONFIRMED'),
  }),
  plant([], ANY, {
    which: 'a promised address',
    set: { '/premises/proof': 'PROMISE', '/promises': { address: true, version: '2026-05' } },
  }),
  plant('AD-04 /premises/address ILLEGAL RETURN', ANY, building('ILLEGAL')),
  plant('AD-04 /premises/address DANGEROUS RETURN', 'individual', building('DANGEROUS')),
  plant('AD-04 /premises/address EXPROPRIATION RETURN', 'company', building('EXPROPRIATION')),
  plant('AD-10 /premises/address CROWDED REFER', ANY, {
    world: { seen: [['/premises/address', 10, 20]] },
  }),

  plant('AD-05 /premises/address PLATFORM REFER', 'individual', {
    set: { '/premises': shop('云市平台晨岚店') },
  }),
  plant('AD-05 /premises/kind INDIVIDUALS_ONLY RETURN', ['company', 'sole'], {
    set: { '/premises': shop('云市平台晨岚店') },
  }),
  plant('AD-05 /premises/address BARE_DOMAIN RETURN', 'individual', {
    set: { '/premises': shop('https://www.chenlan.example/') },
  }),
  plant(
    [
      'AD-05 /premises/address PLATFORM REFER',
      'AD-05 /scope/items/0 PREMISES_BOUND REFER',
      'SC-04 /scope/items/0 PERMIT WARN',
    ],
    'individual',
    {
      set: {
        '/premises': shop('云市平台晨岚店'),
        '/scope': { bundle: { id: 'B01' }, items: ['餐饮服务'] },
      },
    },
  ),

  plant('AD-06 /premises/host UNKNOWN RETURN', HOSTED, { set: { '/premises/host': 'H-9999' } }),
  plant('AD-06 /premises/host NOT_ACTIVE RETURN', HOSTED, {
    world: { host: { status: 'QUITTING' } },
  }),
  plant('AD-06 /premises/host EXPIRED RETURN', HOSTED, {
    world: { host: { validUntil: '2026-11-22' } },
  }),
  plant('AD-06 /premises/host NOT_SIGNED RETURN', HOSTED, {
    world: { hostMeanwhile: { custodyBySignature: true } },
  }),
  plant('AD-06 /premises/host NONE_FREE RETURN', HOSTED, {
    world: { host: { places: 2 }, placesTaken: [1, 2] },
  }),
  plant('AD-06 /premises/place TAKEN RETURN', HOSTED, {
    set: { '/premises/place': 7 },
    world: { placesTaken: [7] },
  }),
  plant([], HOSTED, { which: 'at a place agreed on', set: { '/premises/place': 7 } }),
  plant('AD-07 /premises/custody/from NOT_BEGUN RETURN', HOSTED, custody({ from: '2026-11-24' })),
  plant(
    'AD-07 /premises/custody/until ENDED RETURN',
    'company at host',
    custody({ from: '2025-11-01', until: '2026-11-22' }),
  ),
  plant('AD-07 /premises/custody/until SHORT RETURN', HOSTED, custody({ until: '2027-10-30' })),
  plant(
    'AD-07 /premises/custody/serviceOfDocuments NO_SERVICE RETURN',
    HOSTED,
    custody({ serviceOfDocuments: false }),
  ),
  plant('AD-08 /premises/kind TYPE RETURN', 'company at host', {
    set: (making) => ({
      '/registrar': '440106',
      '/name': `广州市天河区${making.word()}百货有限公司`,
    }),
    world: { host: { registrar: '440106', address: '广州市天河区云岭路88号' } },
  }),
  plant('AD-09 /premises/host UNFIT REFER', HOSTED, {
    world: { host: { address: '南沙区望潮街88号2楼201室' } },
  }),
  plant('PR-01 /promises/version NO_VERSION RETURN', HOSTED, {
    set: { '/promises/version': undefined },
  }),
  plant('PR-01 /promises/version NOT_IN_FORCE RETURN', HOSTED, {
    set: { '/promises/version': '2024-04' },
  }),
];
