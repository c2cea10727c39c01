import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { aCase, type CaseSummary, type CaseView, moved, type Ruling } from './a-case.ts';

/** What an official does to a case; each under the version that he saw. */
type Act =
  | { readonly kind: 'TAKE' | 'RENEW' | 'UNDO' | 'CONFIRM' }
  | { readonly kind: 'DECIDE'; readonly ruling: Ruling }
  | { readonly kind: 'EXTEND' | 'TAKE_OVER'; readonly reason: string };

/** An act that changed nothing, because the case was no longer what the official saw. */
export interface Conflict {
  readonly act: Act;
  readonly shown: CaseView;
  readonly now: CaseView;
}

const CONFLICTS = ['version-stale', 'case-not-held', 'not-in-this-state'] as const;

function send(act: Act, id: string, version: number): Promise<CaseSummary> {
  const at = { parameters: { id }, version };
  if (act.kind === 'DECIDE')
    return call('POST /v1/cases/{id}/decision', { ...at, body: act.ruling });
  if (act.kind === 'EXTEND')
    return call('POST /v1/cases/{id}/extension', { ...at, body: { reason: act.reason } });
  if (act.kind === 'UNDO') return call('DELETE /v1/cases/{id}/decision', at);
  if (act.kind === 'CONFIRM') return call('POST /v1/cases/{id}/decision/confirmation', at);
  const body = act.kind === 'TAKE_OVER' ? { reason: act.reason } : undefined;
  return call('POST /v1/cases/{id}/lease', { ...at, body });
}

/** The answer was lost on the way, and what was sent is there. */
function isThere(act: Act, { decision, proposal }: CaseView, subject: string): boolean {
  const made = decision ?? proposal;
  return (
    act.kind === 'DECIDE' &&
    made?.by === subject &&
    made.outcome === act.ruling.outcome &&
    made.reason === act.ruling.reason
  );
}

/**
 * Acts on a case one after the other, so that a renewal never overtakes a decision. Where another was
 * faster, the case is read anew and what changed is told; nothing is sent again by itself.
 */
export function useActs(id: string, subject: string, onDone: (act: Act, now: CaseView) => void) {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<Conflict>();
  const reading = aCase(id, i18n.language);
  const acting = useMutation({
    scope: { id: `case ${id}` },
    mutationFn: async (act: Act) => {
      const shown = queries.getQueryData(reading.queryKey);
      if (!shown) throw new RangeError('no case is shown');
      try {
        return { now: moved(shown, await send(act, id, shown.version)) };
      } catch (error) {
        if (!isProblem(error, ...CONFLICTS)) throw error;
        const now = await queries.fetchQuery({ ...reading, staleTime: 0 });
        if (isThere(act, now, subject)) return { now };
        if (now.version === shown.version && !isProblem(error, 'case-not-held')) throw error;
        return { now, conflict: { act, shown, now } };
      }
    },
    onSuccess: ({ now, conflict: met }, act) => {
      queries.setQueryData(reading.queryKey, now);
      void queries.invalidateQueries({ queryKey: ['cases'] });
      if (met) setConflict(met);
      else onDone(act, now);
    },
  });
  return { acting, conflict, acknowledge: () => setConflict(undefined) };
}

export type Acting = ReturnType<typeof useActs>['acting'];
