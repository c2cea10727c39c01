import { useState } from 'react';
import type { Outcome } from './a-case.ts';

/** A decision that is being written and has not been sent. */
export interface Draft {
  readonly outcome?: Outcome;
  readonly reason: string;
  /** HAND_OVER: division of the registrar */
  readonly to?: string;
}

/** One to a case, in this tab alone: it survives a reload and the way to the issuer, and goes when it is sent or one signs out. */
const PREFIX = 'desk-draft:';
const EMPTY: Draft = { reason: '' };

export function useDraft(id: string) {
  const key = PREFIX + id;
  const [draft, setDraft] = useState<Draft>(() =>
    JSON.parse(sessionStorage.getItem(key) ?? JSON.stringify(EMPTY)),
  );
  return {
    draft,
    write(change: Partial<Draft>): void {
      const next = { ...draft, ...change };
      sessionStorage.setItem(key, JSON.stringify(next));
      setDraft(next);
    },
    drop(): void {
      sessionStorage.removeItem(key);
      setDraft(EMPTY);
    },
  };
}

export function dropDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
