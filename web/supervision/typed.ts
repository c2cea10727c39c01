import { useEffect, useState } from 'react';
import { wasSignedIn } from '../sign-in/sign-in.ts';
import { useOfficial } from './official.ts';

interface Kept<Value> {
  readonly subject: string;
  readonly value: Value;
}

/** What waited in the tab, where it is the same person's. */
function keptOf<Value>(key: string, subject: string): Value | undefined {
  const kept: Kept<Value> | null = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  return kept?.subject === subject ? kept.value : undefined;
}

/**
 * What is typed, as state; until then, what stood there at first. Only while the page is away (at the issuer, or loaded anew) does it wait in
 * the tab, and it comes back to nobody but who typed it; whoever signs out leaves nothing.
 */
export function useTyped<Value>(name: string, initial: Value) {
  const { subject } = useOfficial();
  const key = `typed ${name}`;
  const [typed, type] = useState<Value | undefined>(() => keptOf(key, subject));
  useEffect(() => {
    const isBack = () => sessionStorage.removeItem(key);
    const keep = () => {
      if (typed !== undefined && wasSignedIn('official'))
        sessionStorage.setItem(key, JSON.stringify({ subject, value: typed }));
    };
    isBack();
    window.addEventListener('pagehide', keep);
    window.addEventListener('pageshow', isBack);
    return () => {
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('pageshow', isBack);
    };
  }, [key, subject, typed]);
  return {
    value: typed ?? initial,
    type,
    /** it was sent */
    clear: () => type(undefined),
  };
}
