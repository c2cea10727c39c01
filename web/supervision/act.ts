import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from '../api/failure.ts';

/** Problems that say that another was first: what is shown is not what is. */
const MOVED = ['version-stale', 'not-in-this-state', 'another-official-must'] as const;

/** Whoever pressed what is gone now is led to the heading of what has changed, not to nowhere. */
const toHeading = () => {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('main h1')?.focus();
};

/**
 * An act on the API. What it changes is read anew, also where another was first.
 *
 * @param changes first members of the query keys that are read anew
 */
export function useAct<Given, Done>(
  act: (given: Given) => Promise<Done>,
  changes: readonly string[],
  done?: (is: Done) => void,
) {
  const queries = useQueryClient();
  const readAnew = () =>
    Promise.all(changes.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  return useMutation({
    mutationFn: act,
    onSuccess: async (is) => {
      done?.(is);
      await readAnew();
      requestAnimationFrame(toHeading);
    },
    onError: (error) => {
      if (isProblem(error, ...MOVED)) void readAnew();
    },
  });
}

/** Idempotency keys: what is sent again unchanged is the same call, until it has arrived. */
export function useKeys() {
  const keys = useRef(new Map<string, string>());
  return {
    keyOf: (content: unknown): string => {
      const text = JSON.stringify(content);
      const key = keys.current.get(text) ?? crypto.randomUUID();
      keys.current.set(text, key);
      return key;
    },
    arrived: () => keys.current.clear(),
  };
}
