import { Host } from '#functions/cluster/host.ts';
import type { LegalDate } from '#functions/shared/calendar.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { EXPECTED } from './expected.ts';

/**
 * A host with places enough, one with fewer than its tenants want, one that may take no more tenants,
 * and one that signs each custody agreement itself.
 */
export const ROOMY_HOST = 'H-0001';
export const CROWDED_HOST = 'H-0002';
export const SUSPENDED_HOST = 'H-0003';
export const SIGNING_HOST = 'H-0004';

/** The sample's hosts (托管机构) in 南沙, valid for two years from the day. */
export function sampleHosts(today: LegalDate): readonly Host[] {
  const host = (id: string, serial: number, name: string, address: string, change: Partial<Host>) =>
    Host.parse({
      schemaVersion: 1,
      id,
      name,
      uscc: usccOf({ class: '1', division: '440115', serial }),
      registrar: '440115',
      address,
      places: 500,
      status: 'ACTIVE',
      validUntil: yearsLater(today, 2),
      creditClass: 'A',
      abnormal: false,
      ...change,
    });
  const { REGISTERED: places } = EXPECTED['tenants-of-one-host'].becomes;
  return [
    host(ROOMY_HOST, 900_001, '南沙示例商务秘书有限公司', '广州市南沙区榕荫街1号801房', {
      account: 'host-0001',
    }),
    host(CROWDED_HOST, 900_002, '南沙示例孵化器有限公司', '广州市南沙区听涛路2号1201房', {
      places,
    }),
    host(SUSPENDED_HOST, 900_003, '南沙示例财务服务有限公司', '广州市南沙区蕉风路3号501房', {
      status: 'SUSPENDED',
    }),
    host(SIGNING_HOST, 900_004, '南沙示例众创空间有限公司', '广州市南沙区桅灯路4号2201房', {
      account: 'host-0004',
      custodyBySignature: true,
    }),
  ];
}
