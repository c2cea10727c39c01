import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { recorder } from './recorder.ts';

/** Somebody who fills in a form looks for his registrar, and for an address at a host's. */
export async function registrarJourney(system: System): Promise<Exchange[]> {
  const { exchanges, shown } = recorder(system);
  await shown('of Guangzhou', 'listRegistrars');
  await shown('of 南沙', 'listHosts', { query: { registrar: '440115', limit: '2' } });
  return exchanges;
}
