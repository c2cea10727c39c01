import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';

export type Application = Output<'GET /v1/applications/{id}'>;

/** One application, read in one language. While the machine has it, it is read again and again. */
export const anApplication = (id: string, language: string) =>
  queryOptions({
    queryKey: ['application', id, language],
    queryFn: () => call('GET /v1/applications/{id}', { parameters: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'SUBMITTED' ? 2_000 : false),
  });
