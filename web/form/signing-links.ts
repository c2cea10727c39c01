import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';

export type SigningLink = Output<'POST /v1/applications/{id}/signings'>['signings'][number];

/** A link for each who has not signed; those made before open nothing any more. */
export const makeLinks = async (id: string): Promise<readonly SigningLink[]> =>
  (await call('POST /v1/applications/{id}/signings', { parameters: { id } })).signings;

/** Links made in this window. They are in its memory only: whoever has one may open what is to be signed. */
export const linksFor = (id: string) =>
  queryOptions({
    queryKey: ['links', id],
    queryFn: () => makeLinks(id),
    enabled: false, // made when one asks for it
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
