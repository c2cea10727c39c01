import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import type { Output } from '../../api/routes.ts';
import { Facts } from '../../parts/facts.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { LANES } from '../data/present.ts';
import { Work } from '../work.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { percent } from './percent.ts';
import { ShadowReport } from './shadow-report.tsx';

/** How well the machine judges: where persons agree with it, what they read again, what is off. */
export function QualityPage() {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['quality'],
    queryFn: () => call('GET /v1/review-quality', {}),
  });
  return (
    <Work title={t('supervision.door.quality')} lead={t('supervisionQuality.lead')}>
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Measured of={data} />}
      <ShadowReport />
    </Work>
  );
}

function Measured({ of }: { readonly of: Output<'GET /v1/review-quality'> }) {
  const { t, i18n } = useTranslation();
  const { weeks, agreement, sampling, switchedOff } = of;
  const weak = agreement.filter((it) => it.weak).length;
  const off = [
    ...LANES.filter((lane) => switchedOff.lanes.includes(lane)).map((lane) =>
      t(`supervisionData.lane.${lane}`),
    ),
    ...switchedOff.rules,
  ];
  const share = (part: number) => percent(part, i18n.language);
  return (
    <>
      <section aria-labelledby="agreement">
        <h2 id="agreement">{t('supervisionQuality.agreement')}</h2>
        <p className="hint">
          {t('supervisionQuality.weeks', { first: weeks.at(-1), last: weeks[0] })}
        </p>
        {agreement.length === 0 ? (
          <p>{t('supervisionQuality.nothingJudged')}</p>
        ) : (
          <>
            <p className={weak > 0 ? 'wrong' : 'good'}>
              {weak > 0
                ? t('supervisionQuality.weak', { count: weak })
                : t('supervisionQuality.noneWeak')}
            </p>
            <AgreementTable of={agreement} />
          </>
        )}
      </section>
      <section aria-labelledby="sampling">
        <h2 id="sampling">{t('supervisionQuality.sampling')}</h2>
        <Facts
          facts={[
            [t('supervisionQuality.approvals'), sampling.approvals],
            [
              t('supervisionQuality.read'),
              sampling.approvals === 0
                ? sampling.read
                : t('supervisionQuality.readOf', {
                    read: sampling.read,
                    share: share(sampling.read / sampling.approvals),
                  }),
            ],
            [t('supervisionQuality.share'), share(sampling.share)],
            [
              t('supervisionQuality.firstOfRelease'),
              t('supervisionQuality.all', { count: sampling.firstOfRelease }),
            ],
          ]}
        />
      </section>
      <section aria-labelledby="off">
        <h2 id="off">{t('supervisionQuality.off')}</h2>
        <p>{off.length === 0 ? t('supervisionQuality.nothingOff') : off.join(' · ')}</p>
        <p>
          <Link href="/data/SWITCHES">{t('supervisionData.kind.SWITCHES')}</Link>
        </p>
      </section>
    </>
  );
}
