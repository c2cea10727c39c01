import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import { recorder } from './recorder.ts';

/** How the system measures itself, once what was decided on it so far is counted. */
export async function measureJourney(system: System): Promise<Exchange[]> {
  const { exchanges, shown } = recorder(system);
  await countDecisions(system);
  await shown('this-week', 'readStatistics', { query: { weeks: '1' } });
  await shown('agreement', 'readReviewQuality', {}, 'official-nansha');
  return exchanges;
}

/** What the clock does every five minutes. */
export async function countDecisions({ deployment, lambda }: System): Promise<unknown> {
  const sweep = deployment.functions.find(({ name }) => name === 'SweepDecisionsBatch');
  if (!sweep) throw new TypeError('nobody counts decisions');
  return lambda.invoke(sweep.arn, {});
}
