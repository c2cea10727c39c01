import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import type { Output } from '../../api/routes.ts';
import { Facts } from '../../parts/facts.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { useRegistrarName } from '../registrars.tsx';
import { Who } from '../who.tsx';
import { Work } from '../work.tsx';
import { ResultForm } from './result-form.tsx';

export type Checked = Output<'GET /v1/post-checks/{uscc}'>;

/** One business before its check: what stands in the register, what was found before, and the result. */
export function CheckPage({ uscc }: { readonly uscc: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['check', uscc],
    queryFn: () => call('GET /v1/post-checks/{uscc}', { parameters: { uscc } }),
  });
  return (
    <Work
      title={data?.name ?? t('supervisionChecks.title')}
      above={[['/checks', t('supervision.door.checks')]]}
    >
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Whole of={data} />}
      {data && <ResultForm of={data} />}
    </Work>
  );
}

function Whole({ of }: { readonly of: Checked }) {
  const { t, i18n } = useTranslation();
  const nameOf = useRegistrarName();
  const { uscc, address, scope, established, registrarDivision, basis, due, checks } = of;
  const day = (it: string) => dayInWords(it, i18n.language);
  return (
    <>
      <p className="state" role="status">
        {due
          ? t('supervisionChecks.dueOn', {
              class: t(`supervisionChecks.classes.${due.class}`),
              day: day(due.due),
            })
          : t('supervisionChecks.nothingDue')}
      </p>
      <Facts
        facts={[
          [
            t('business.uscc'),
            <Link href={`~/register/${uscc}`} className="code" key={uscc}>
              {uscc}
            </Link>,
          ],
          [t('business.address'), address],
          [t('business.scope'), scope],
          [t('business.established'), day(established)],
          [t('supervision.registrar'), nameOf(registrarDivision)],
          [t('business.basis'), t(`business.${basis}`)],
        ]}
      />
      {checks.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before">{t('supervisionChecks.before')}</h2>
          <ul className="cards">
            {checks.map(({ number, finding, by, at, inquiry }) => (
              <li key={number}>
                <h3>
                  {t('supervisionChecks.nth', { number })} ·{' '}
                  {t(`supervisionChecks.result.${finding.result}`)}
                </h3>
                <Facts
                  facts={[
                    [t('supervisionChecks.found'), finding.found],
                    [
                      t('supervisionChecks.correctBy'),
                      finding.result === 'CORRECTION' && day(finding.correctBy),
                    ],
                    [
                      t('supervisionChecks.by'),
                      <>
                        <Who is={by} /> · {inWords(at, i18n.language)}
                      </>,
                    ],
                    [
                      t('supervisionChecks.inquiry'),
                      inquiry && <Link href={`/inquiries/${inquiry}`}>{inquiry}</Link>,
                    ],
                  ]}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
