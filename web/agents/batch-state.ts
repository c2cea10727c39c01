import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { pauseMs } from './pause.ts';

export type Batch = Output<'GET /v1/batches/{id}'>;

/** How a batch's state looks: whether all is well, or its agent must do something. */
export const STATE_TONES = {
  CREATED: 'state',
  SUBMITTED: 'state',
  RUNNING: 'state',
  CLOSED: 'state good',
  REJECTED: 'state bad',
  STUCK: 'state bad',
} as const satisfies Record<Batch['state'], string>;

/** Nothing moves in it any more but what others decide or sign. */
export const hasEnded = ({ state }: Batch): boolean => /^(CLOSED|REJECTED|STUCK)$/.test(state);

/** A batch, read again and again as long as it is under way. */
export const aBatch = (id: string) =>
  queryOptions({
    queryKey: ['batch', id],
    queryFn: () => call('GET /v1/batches/{id}', { parameters: { id } }),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      !data || data.state === 'CREATED' || (hasEnded(data) && data.counts.unfinished === 0)
        ? false
        : pauseMs(dataUpdateCount),
  });
