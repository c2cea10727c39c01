import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { DraftInWork } from './at-server.ts';
import { type Draft, draftOf, EMPTY, isSameForm, keepDraft } from './draft.ts';

/** What another window of this browser did with the same draft: wrote something else, or put it away. */
export type Elsewhere = { readonly wrote: Draft } | 'GONE';

interface Work {
  readonly draft: Draft;
  /** it holds what the server has not got */
  readonly isUnsaved: boolean;
  /** this device takes it */
  readonly isKept: boolean;
  readonly elsewhere?: Elsewhere | undefined;
}

export interface WorkOnDraft extends Work {
  readonly change: (to: (form: ApplicationForm) => ApplicationForm) => void;
  readonly leave: (...steps: readonly string[]) => void;
  readonly inWork: DraftInWork;
  /** goes on with another draft in its place, which another window wrote or the server has */
  readonly take: (draft: Draft, isUnsaved: boolean) => void;
  /** goes with what the server has, where nothing was changed here or just this was saved */
  readonly follow: (theirs: Draft) => void;
  /** nothing of it is left on this device */
  readonly drop: () => void;
  readonly stay: () => void;
}

/** A draft that one works on: every change is kept on this device in the moment in which it is made. */
export function useDraft(slot: string, kept: Draft | undefined, begun: Draft = EMPTY): WorkOnDraft {
  const [work, setWork] = useState<Work>({
    draft: kept ?? begun,
    isUnsaved: kept !== undefined,
    isKept: true,
  });
  const latest = useRef(work);
  const isHere = useRef(false);
  const acts = useMemo(() => {
    const put = (what: Partial<Work>): void => {
      const { draft, isUnsaved, ...others } = { ...latest.current, ...what };
      const isWritten = isUnsaved && draft !== latest.current.draft;
      const isKept = isWritten ? keepDraft(slot, draft, localStorage) : latest.current.isKept;
      latest.current = { ...others, draft, isUnsaved, isKept };
      setWork(latest.current);
    };
    const note = (what: Partial<Draft>): void =>
      put({ draft: { ...latest.current.draft, ...what }, isUnsaved: true });
    const take = (draft: Draft, isUnsaved: boolean): void => {
      if (!isUnsaved) localStorage.removeItem(slot);
      put({ draft, isUnsaved, elsewhere: undefined });
    };
    return {
      put,
      take,
      change: (to: (form: ApplicationForm) => ApplicationForm) =>
        note({ form: to(latest.current.draft.form) }),
      leave: (...steps: readonly string[]) => {
        if (!isHere.current) return; // the draft may be another page's by now
        const { draft } = latest.current;
        const left = [...new Set([...draft.left, ...steps])];
        if (left.length > draft.left.length) put({ draft: { ...draft, left } });
      },
      inWork: { now: () => latest.current.draft, note },
      follow: (theirs: Draft) => {
        const { draft, isUnsaved } = latest.current;
        const isTheirs = isSameForm(theirs.form, draft.form);
        if (isUnsaved ? !isTheirs : theirs.base === draft.base) return;
        take({ ...theirs, left: [...new Set([...draft.left, ...theirs.left])] }, false);
      },
      drop: () => {
        localStorage.removeItem(slot);
        put({ isUnsaved: false, elsewhere: undefined });
      },
      stay: () => put({ elsewhere: undefined }),
    };
  }, [slot]);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => {
    const hear = ({ key, newValue, storageArea }: StorageEvent): void => {
      if (storageArea !== localStorage || (key !== slot && key !== null)) return;
      const wrote = draftOf(newValue);
      acts.put({ elsewhere: wrote ? { wrote } : 'GONE' });
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, [slot, acts]);

  return { ...work, ...acts };
}
