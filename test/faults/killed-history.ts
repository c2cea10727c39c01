import type { Ran } from './history.ts';
import type { Plan } from './plan.ts';
export async function killedHistory(_plan: Plan, _seed: number): Promise<Ran> {
  return { broken: [], injected: [], arrows: [], outcomes: {}, said: [] };
}
