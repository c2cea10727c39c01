import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { signOut } from '../sign-in/sign-in.ts';
import { useOfficial } from './official.ts';
import { Work } from './work.tsx';

const DOORS = ['stops', 'data', 'lists', 'quality', 'inquiries', 'checks'] as const;

/** The work beside single cases; what holds up everybody, and what waits for another's word, is told first. */
export function Overview() {
  const { t } = useTranslation();
  const { name } = useOfficial();
  const stops = useQuery({
    queryKey: ['stops', 'overview'],
    queryFn: () => call('GET /v1/stops', { query: { limit: 50 } }),
  });
  const editions = useQuery({
    queryKey: ['editions', 'overview'],
    queryFn: () => call('GET /v1/editions', { query: { limit: 50 } }),
  });
  const holding = stops.data?.stops.filter(({ state }) => state !== 'ENDED').length ?? 0;
  const waiting = editions.data?.editions.filter(({ state }) => state === 'PROPOSED').length ?? 0;
  const error = stops.error ?? editions.error;
  const retry = () => Promise.all([stops.refetch(), editions.refetch()]);
  return (
    <Work title={t('supervision.title')} lead={t('supervision.lead')}>
      {name && <p className="hint">{t('supervision.signedInAs', { name })}</p>}
      {error && <FailureNote error={error} retry={() => void retry()} />}
      {holding > 0 && (
        <p className="note grave">
          <Link href="/stops">{t('supervision.holding', { count: holding })}</Link>
        </p>
      )}
      {waiting > 0 && (
        <p className="note">
          <Link href="/data">{t('supervision.waiting', { count: waiting })}</Link>
        </p>
      )}
      <ul className="doors">
        {DOORS.map((door) => (
          <li key={door}>
            <Link href={`/${door}`}>
              <strong>{t(`supervision.door.${door}`)}</strong>
              <span>{t(`supervision.doorText.${door}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="apart">
        <button type="button" onClick={signOut}>
          {t('frame.signOut')}
        </button>
      </p>
    </Work>
  );
}
