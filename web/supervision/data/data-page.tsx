import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { legalDateOf } from '#functions/shared/days.ts';
import { callPage } from '../../api/call.ts';
import { More, usePages } from '../pages-of.tsx';
import { Work } from '../work.tsx';
import { KINDS } from './an-edition.ts';
import { EditionsTable } from './editions-table.tsx';

/** The kinds of data that officials publish, and what waits for a second word. */
export function DataPage() {
  const { t } = useTranslation();
  const list = usePages(
    ['editions', 'all'],
    (from) => callPage('GET /v1/editions', { query: { limit: 100, ...from } }),
    15_000,
  );
  const all = list.data?.pages.flatMap(({ page }) => page.editions) ?? [];
  const waiting = all.filter(({ state }) => state === 'PROPOSED');
  return (
    <Work title={t('supervision.door.data')} lead={t('supervisionData.lead')} isForHeads>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('supervisionData.waiting')}</h2>
        {list.data && waiting.length === 0 && <p>{t('supervisionData.nothingWaits')}</p>}
        {waiting.length > 0 && (
          <EditionsTable
            caption={t('supervisionData.waitingCaption')}
            editions={waiting}
            all={all}
            today={legalDateOf(Date.now())}
          />
        )}
        <More of={list} />
      </section>
      <section aria-labelledby="kinds">
        <h2 id="kinds">{t('supervisionData.kinds')}</h2>
        <ul className="doors">
          {KINDS.map((kind) => (
            <li key={kind}>
              <Link href={`/data/${kind}`}>
                <strong>{t(`supervisionData.kind.${kind}`)}</strong>
                <span>{t(`supervisionData.kindText.${kind}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Work>
  );
}
