import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { dayInWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { Select } from '../parts/select.tsx';
import { BundleFigures } from './bundle-figures.tsx';
import { shareInWords } from './figure-in-words.ts';
import { Shares } from './shares.tsx';
import './statistics.css';
import { type Figures, TimesTable } from './times-table.tsx';

type Told = Output<'GET /v1/statistics'>;
type Week = Told['weeks'][number];

/** What anybody may know of how decisions come about: by week, by bundle, and how long they took. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['statistics'],
    queryFn: () => call('GET /v1/statistics', { query: { weeks: 12 } }),
  });
  return (
    <Page title={t('statistics.title')}>
      <p className="lead">{t('statistics.lead')}</p>
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Weeks of={data} />}
    </Page>
  );
}

const hasFigures = ({ all }: Week): boolean => all !== undefined;

function Weeks({ of: { weeks, precision } }: { readonly of: Told }) {
  const { t, i18n } = useTranslation();
  // the running week may have too few yet
  const [chosen, choose] = useState(() => weeks.find(hasFigures)?.week ?? weeks[0]?.week);
  const week = weeks.find((it) => it.week === chosen);
  const days = ({ from, to, running }: Week) =>
    t(running ? 'statistics.running' : 'statistics.days', {
      from: dayInWords(from, i18n.language),
      to: dayInWords(to, i18n.language),
    });
  return (
    <>
      <div className="week">
        <Field label={t('statistics.week')}>
          {(input) => (
            <Select
              {...input}
              value={chosen}
              options={weeks.map((it) => [it.week, days(it)])}
              onChoose={choose}
            />
          )}
        </Field>
      </div>
      {week?.all ? <WeekFigures all={week.all} /> : <p role="status">{t('statistics.few')}</p>}
      {week && week.bundles.length > 0 && <BundleFigures bundles={week.bundles} />}
      {week?.running && week.all && <p className="hint">{t('statistics.runningBundles')}</p>}
      <ByWeek weeks={weeks.filter(hasFigures)} days={days} />
      <p className="hint">
        {t('statistics.precision', { share: shareInWords(precision, i18n.language) })}
      </p>
    </>
  );
}

function WeekFigures({ all }: { readonly all: Figures }) {
  const { t, i18n } = useTranslation();
  const { decided, byPersons, overridden, secondReadings, agreed, times } = all;
  const share = (of: number) => shareInWords(of, i18n.language);
  return (
    <>
      <section aria-labelledby="decided">
        <h2 id="decided">{t('statistics.decidedTitle')}</h2>
        <p className="says" role="status">
          {t('statistics.decided', { count: decided })}
        </p>
        <Shares {...all} />
      </section>
      <section aria-labelledby="persons">
        <h2 id="persons">{t('statistics.personsTitle')}</h2>
        <ul>
          <li>{t('statistics.byPersons', { count: byPersons })}</li>
          {overridden !== undefined && (
            <li>{t('statistics.overridden', { share: share(overridden) })}</li>
          )}
          <li>{t('statistics.secondReadings', { count: secondReadings })}</li>
          {agreed !== undefined && <li>{t('statistics.agreed', { share: share(agreed) })}</li>}
        </ul>
      </section>
      <section aria-labelledby="times">
        <h2 id="times">{t('statistics.timesTitle')}</h2>
        {times.length > 0 ? <TimesTable times={times} /> : <p>{t('statistics.fewTimes')}</p>}
      </section>
    </>
  );
}

interface ByWeekProps {
  readonly weeks: readonly Week[];
  readonly days: (week: Week) => string;
}

function ByWeek({ weeks, days }: ByWeekProps) {
  const { t, i18n } = useTranslation();
  if (weeks.length < 2) return null;
  return (
    <section aria-labelledby="by-week">
      <h2 id="by-week">{t('statistics.weeksTitle')}</h2>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('statistics.week')}</th>
            <th scope="col">{t('statistics.count')}</th>
            <th scope="col">{t('statistics.automatic')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.week}>
              <th scope="row">{days(week)}</th>
              <td>{week.all?.decided}</td>
              <td>{shareInWords(week.all?.automatic ?? 0, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
