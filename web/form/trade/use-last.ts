import { useState } from 'react';

/** What came last: it stays while the next is fetched, and where the next does not come. */
export function useLast<Value>(now: Value | undefined): Value | undefined {
  const [last, setLast] = useState(now);
  if (now !== undefined && now !== last) setLast(now);
  return now ?? last;
}
