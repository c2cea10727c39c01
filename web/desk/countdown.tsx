import { useTranslation } from 'react-i18next';
import { secondsUntil } from './clock.ts';
import { useNow } from './use-now.ts';

/** The seconds that are left, to be seen: a timer is not read out at every tick (ARIA, role timer). */
export function Countdown({ until }: { readonly until: number }) {
  const { t } = useTranslation();
  const left = secondsUntil(until, useNow(500));
  return (
    <span role="timer" aria-live="off" className="countdown">
      {left > 0 ? t('deskHeld.left', { count: left }) : t('deskHeld.over')}
    </span>
  );
}
