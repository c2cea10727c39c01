import type { Plant } from './labelled.ts';
import { ANY, plant } from './plants.ts';

const BY_AGENT = ['company by agent', 'individual by agent'] as const;
const agent = (standing: string) => ({ world: { agent: { standing } } });
const mandate = (change: Readonly<Record<string, unknown>>) => ({
  set: Object.fromEntries(
    Object.entries(change).map(([member, value]) => [`/mandate/${member}`, value]),
  ),
});

export const AGENT_PLANTS: readonly Plant[] = [
  plant('BA-01 /mandate/agent SUSPENDED RETURN', BY_AGENT, agent('SUSPENDED')),
  plant('BA-01 /mandate/agent REMOVED RETURN', BY_AGENT, agent('REMOVED')),
  plant('BA-01 /mandate/agent UNKNOWN RETURN', BY_AGENT, agent('UNKNOWN')),
  plant('BA-01 /mandate/agent SILENT REFER', BY_AGENT, agent('SILENT')),
  plant('BA-01 /mandate/agent NOT_QUALIFIED RETURN', BY_AGENT, {
    world: { agent: { until: '2026-11-22' } },
  }),
  plant([], BY_AGENT, {
    which: 'qualified for today',
    world: { agent: { from: '2026-11-23', until: '2026-11-23' } },
  }),
  plant([], BY_AGENT, {
    which: 'an agent named as he is disclosed',
    set: { '/mandate/agent': '启航示例登记代理有限公司' },
    world: { sentBy: 'agent-named', agent: { name: '启航示例登记代理有限公司' } },
  }),
  plant('BA-02 /mandate/agent OTHER_AGENT RETURN', BY_AGENT, { world: { sentBy: 'agent-other' } }),
  plant('BA-02 /mandate/client OTHER_CLIENT RETURN', 'company by agent', mandate({ client: 'p3' })),
  plant([], BY_AGENT, { which: 'a mandate of the head', ...mandate({ client: 'p1' }) }),
  plant('BA-02 /mandate/acts ACT RETURN', BY_AGENT, mandate({ acts: ['CHANGE'] })),
  plant('BA-02 /mandate/from NOT_BEGUN RETURN', BY_AGENT, mandate({ from: '2026-11-24' })),
  plant('BA-02 /mandate/until ENDED RETURN', BY_AGENT, mandate({ until: '2026-11-22' })),
  plant(
    'BA-02 /mandate/corrections NO_CORRECTIONS WARN',
    BY_AGENT,
    mandate({ corrections: false }),
  ),
  plant('BA-02 /mandate/corrections CORRECTION_NOT_COVERED RETURN', BY_AGENT, {
    ...mandate({ corrections: false }),
    world: { corrects: { '/premises/address': '广州市南沙区望潮街' } },
    alone: true,
  }),
  plant([], [...ANY, ...BY_AGENT], {
    which: 'corrected at the second attempt',
    world: { corrects: { '/premises/address': '广州市南沙区望潮街' } },
    alone: true,
  }),
  plant(['BA-03  REPEATED RETURN', 'NM-08 /name RESERVED RETURN'], ANY, {
    world: { before: 'OWN' },
  }),
  plant('BA-03  REPEATED RETURN', 'nameless', { world: { before: 'OWN' } }),
  plant('AG-01  ANOTHER RETURN', 'nameless', { world: { before: 'ANOTHER' } }),
  plant(['AG-01  ANOTHER RETURN', 'NM-08 /name RESERVED RETURN'], ANY, {
    world: { before: 'ANOTHER' },
  }),
  plant(['AG-01 /mandate ANOTHER RETURN', 'NM-08 /name RESERVED RETURN'], BY_AGENT, {
    world: { before: 'ANOTHER' },
  }),
];
