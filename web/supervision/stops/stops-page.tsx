import { useTranslation } from 'react-i18next';
import { callPage } from '../../api/call.ts';
import { useOfficial } from '../official.ts';
import { More, usePages } from '../pages-of.tsx';
import { Work } from '../work.tsx';
import { StopCard } from './stop-card.tsx';
import { StopForm } from './stop-form.tsx';

/** So often a list with something in suspense is read again: another may have agreed. */
const AGAIN_MS = 15_000;

/** Stops of issuance: what holds, what was, and a new one. */
export function StopsPage() {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const list = usePages(
    ['stops'],
    (from) => callPage('GET /v1/stops', { query: { limit: 20, ...from } }),
    AGAIN_MS,
  );
  const stops = list.data?.pages.flatMap(({ page }) => page.stops) ?? [];
  const holding = stops.filter(({ state }) => state !== 'ENDED');
  const past = stops.filter(({ state }) => state === 'ENDED');
  return (
    <Work title={t('supervision.door.stops')} lead={t('supervisionStops.lead')} isForHeads>
      <section aria-labelledby="holding">
        <h2 id="holding">{t('supervisionStops.holding')}</h2>
        {list.data && holding.length === 0 && <p>{t('supervisionStops.none')}</p>}
        <ul className="cards">
          {holding.map((stop) => (
            <StopCard of={stop} key={stop.id} />
          ))}
        </ul>
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t('supervisionStops.past')}</h2>
          <ul className="cards">
            {past.map((stop) => (
              <StopCard of={stop} key={stop.id} />
            ))}
          </ul>
        </section>
      )}
      <More of={list} />
      {isSupervisor && <StopForm />}
    </Work>
  );
}
