import { useEffect, useEffectEvent } from 'react';

/** A third of a lease: one renewal may be lost and the next still comes in time. */
const RENEWED_EVERY_MS = 5 * 60_000;
const LOOKS_EVERY_MS = 30_000;

/** Renews the lease while somebody works at this page, and lets it run out when nobody does. */
export function useRenewal(isMine: boolean, renew: () => void): void {
  const renewNow = useEffectEvent(renew);
  useEffect(() => {
    if (!isMine) return;
    let renewedAt = Date.now();
    let workedAt = renewedAt;
    const work = () => {
      workedAt = Date.now();
    };
    const looking = setInterval(() => {
      if (workedAt <= renewedAt || Date.now() - renewedAt < RENEWED_EVERY_MS) return;
      renewedAt = Date.now();
      renewNow();
    }, LOOKS_EVERY_MS);
    const signs = ['keydown', 'input', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) document.addEventListener(sign, work, { passive: true });
    return () => {
      clearInterval(looking);
      for (const sign of signs) document.removeEventListener(sign, work);
    };
  }, [isMine]);
}
