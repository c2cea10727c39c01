import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Input, Output } from '../api/routes.ts';

/** A case with its evidence. */
export type CaseView = Output<'GET /v1/cases/{id}'>;
/** A case as it is after a change of its own. */
export type CaseSummary = Output<'POST /v1/cases/next'>;
export type Ruling = Input<'POST /v1/cases/{id}/decision'>['body'];
export type Outcome = Ruling['outcome'];

/** Who works at this desk, as the token says. */
export interface Official {
  readonly subject: string;
  readonly name?: string;
  readonly registrars: readonly string[];
  readonly isSupervisor: boolean;
}

/** A case is read when one comes to it and after a conflict, never behind one's back: what one decides is what one saw. */
export const aCase = (id: string, language: string) =>
  queryOptions({
    queryKey: ['case', id, language],
    queryFn: () => call('GET /v1/cases/{id}', { parameters: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What was read of a case, with what became of it. */
export function moved(view: CaseView, summary: CaseSummary): CaseView {
  const { findings, application, licences, denials, form, previous, elsewhere } = view;
  return { ...summary, findings, application, licences, denials, form, previous, elsewhere };
}

/** Whether somebody holds it at this moment. */
export const isHeld = (
  { holder, leaseUntil }: Pick<CaseSummary, 'holder' | 'leaseUntil'>,
  now: number,
): boolean => holder !== undefined && leaseUntil !== undefined && Date.parse(leaseUntil) > now;
