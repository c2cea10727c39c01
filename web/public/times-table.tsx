import { useTranslation } from 'react-i18next';
import type { Output } from '../api/routes.ts';
import { durationInWords, shareInWords } from './figure-in-words.ts';

type Week = Output<'GET /v1/statistics'>['weeks'][number];
export type Figures = NonNullable<Week['all']>;

const PERCENTILES = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p99', 0.99],
] as const;

/** How long it took, by lane and by who decided: within what time so many were done. */
export function TimesTable({ times }: { readonly times: Figures['times'] }) {
  const { t, i18n } = useTranslation();
  return (
    <table className="figures">
      <caption>{t('statistics.timesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statistics.way')}</th>
          {PERCENTILES.map(([name, share]) => (
            <th scope="col" key={name}>
              {t('statistics.within', { share: shareInWords(share, i18n.language) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((time) => (
          <tr key={`${time.lane} ${time.by}`}>
            <th scope="row">
              {t(`statistics.lane.${time.lane}`)} · {t(`statistics.by.${time.by}`)}
            </th>
            {PERCENTILES.map(([name]) => (
              <td key={name}>{durationInWords(time[name], i18n.language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
