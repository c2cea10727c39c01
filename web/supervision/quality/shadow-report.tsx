import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/failure.ts';
import { Facts } from '../../parts/facts.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { inWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { usePublished } from '../data/an-edition.ts';
import { TextField } from '../fields.tsx';
import { mostFirst, type Shadow } from './worst-first.ts';

/** What a candidate rule set would have decided otherwise; found by the digest of its release. */
export function ShadowReport() {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [hash, ask] = useState('');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['shadow', hash],
    queryFn: () => call('GET /v1/rule-sets/{hash}/shadow', { parameters: { hash } }),
    enabled: hash !== '',
  });
  return (
    <section aria-labelledby="shadow">
      <h2 id="shadow">{t('supervisionQuality.shadow')}</h2>
      <p className="hint">{t('supervisionQuality.shadowText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed.trim());
        }}
      >
        <TextField
          label={t('supervisionQuality.hash')}
          hint={t('supervisionQuality.hashHint')}
          value={typed}
          onType={type}
        />
        <p>
          <button type="submit">{t('supervisionQuality.look')}</button>
        </p>
      </form>
      {isFetching && <Loading />}
      {error && !isFetching && isProblem(error, 'not-found') && (
        <p role="status">{t('supervisionQuality.noShadow')}</p>
      )}
      {error && !isFetching && !isProblem(error, 'not-found') && (
        <FailureNote error={error} retry={() => void refetch()} />
      )}
      {data && <Report of={data} />}
    </section>
  );
}

function Report({ of }: { readonly of: Shadow }) {
  const { t, i18n } = useTranslation();
  const published = usePublished('');
  const { id, through, decisions, leftOut, failed, changes, rules } = of;
  const sayChanges = (of: Shadow['changes']) => (
    <ul className="values">
      {of.map(({ from, to, count }) => (
        <li key={`${from} ${to}`}>
          {t('supervisionQuality.change', {
            from: t(`supervisionQuality.verdict.${from}`),
            to: t(`supervisionQuality.verdict.${to}`),
            count,
          })}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Facts
        facts={[
          [t('supervisionQuality.ruleSet'), id],
          [t('supervisionQuality.through'), inWords(through, i18n.language)],
          [t('supervisionQuality.decisions'), decisions],
          [t('supervisionQuality.leftOut'), leftOut],
          [t('supervisionQuality.failed'), failed],
          [
            t('supervisionQuality.changes'),
            changes.length === 0 ? t('supervisionQuality.noChanges') : sayChanges(changes),
          ],
        ]}
      />
      {rules.length > 0 && (
        <Stacked
          caption={t('supervisionQuality.shadowCaption')}
          heads={[
            t('supervisionQuality.rule'),
            t('supervisionQuality.changes'),
            t('supervisionQuality.applications'),
          ]}
          rows={mostFirst(rules).map(({ rule, changes: own, applications }) => ({
            key: rule,
            cells: [
              <>
                {rule}
                <span className="hint">
                  {published.data?.rules.find((it) => it.rule === rule)?.requires}
                </span>
              </>,
              sayChanges(own),
              <details key="applications">
                <summary>{t('supervisionQuality.so', { count: applications.length })}</summary>
                {applications.map((it) => (
                  <p className="code" key={it}>
                    {it}
                  </p>
                ))}
              </details>,
            ],
          }))}
        />
      )}
    </>
  );
}
