import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { Facts } from '../parts/facts.tsx';
import { dayInWords } from '../parts/moment.ts';
import type { Application } from './an-application.ts';
import { type StandingDuty, standingDuties } from './standing-duties.ts';
import './next-steps.css';

interface NextStepsProps {
  readonly tasks: NonNullable<Application['tasks']>;
  readonly uscc: string | undefined;
  /** of the form */
  readonly type: string | undefined;
}

/** Permits to get and filings to make before trading, and what every business has to do besides, with its days. */
export function NextSteps({ tasks, uscc = '', type }: NextStepsProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['business', uscc],
    queryFn: () => call('GET /v1/register/{uscc}', { parameters: { uscc } }),
    enabled: uscc !== '',
  });
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('application.nextTitle')}</h2>
      <p className="hint">
        {t(tasks.length > 0 ? 'application.nextHint' : 'application.nextNone')}
      </p>
      <ul className="findings">
        {tasks.map(({ kind, what, authority, before, items, basis }) => (
          <li key={what}>
            <p>
              <strong>{what}</strong> <span className="tag">{t(`application.task.${kind}`)}</span>
            </p>
            <p>{t('application.authority', { authority })}</p>
            <p>{t('application.before', { before })}</p>
            <Facts
              facts={[
                [t('field.items'), items.join(' · ')],
                [t('application.basis'), [basis.law, basis.article].filter(Boolean).join(' ')],
              ]}
            />
          </li>
        ))}
      </ul>
      {data && (
        <>
          <h3>{t('application.dutiesTitle')}</h3>
          <p className="hint">{t('application.dutiesHint')}</p>
          <ol className="duties">
            {standingDuties(type, data.established).map((duty) => (
              <Duty key={duty.name} of={duty} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Duty({ of: { name, need, from, until } }: { readonly of: StandingDuty }) {
  const { t, i18n } = useTranslation();
  const day = (it: string) => dayInWords(it, i18n.language);
  return (
    <li>
      <p>
        <strong>{t(`application.duty.${name}`)}</strong>{' '}
        <span className={need === 'MUST' ? 'tag grave' : 'tag'}>
          {t(`application.need.${need}`)}
        </span>
      </p>
      {until !== undefined && (
        <p className="day">
          {from === undefined
            ? t('application.dutyUntil', { day: day(until) })
            : t('application.dutyBetween', { from: day(from), until: day(until) })}
        </p>
      )}
      <p>{t(`application.dutyHow.${name}`)}</p>
      <Facts
        facts={[
          [t('application.dutyWhereTitle'), t(`application.dutyWhere.${name}`)],
          [t('application.basis'), t(`application.dutyBasis.${name}`)],
        ]}
      />
    </li>
  );
}
