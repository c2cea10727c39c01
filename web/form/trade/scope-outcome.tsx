import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts.tsx';
import { inLaw } from './law.ts';
import type { Preview } from './scope-answers.ts';

/** The scope as the licence will print it, its industry, and what must be got for it. */
export function ScopeOutcome({
  of: { printed, mainIndustry, tasks, remark },
}: {
  readonly of: Preview;
}) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">{t('tradeSell.printed')}</h2>
      <p className="printed" lang="zh-Hans">
        {printed}
      </p>
      {mainIndustry && (
        <p className="hint">
          {t('tradeSell.industry', {
            title: mainIndustry.title ?? mainIndustry.division,
            class: mainIndustry.class,
          })}
        </p>
      )}
      <h2>{t('tradeSell.after')}</h2>
      {tasks.length === 0 && <p>{t('tradeSell.afterNothing')}</p>}
      {tasks.map(({ kind, what, items, authority, before, basis }) => (
        <details key={`${kind} ${what} ${items.join()}`}>
          <summary>
            {what} <span className="tag">{t(`application.task.${kind}`)}</span>
          </summary>
          <Facts
            facts={[
              [t('tradeSell.for'), items.join('; ')],
              [t('tradeSell.authority'), authority],
              [t('tradeSell.before'), before],
              [t('application.basis'), inLaw(t, basis)],
            ]}
          />
        </details>
      ))}
      {remark && <p className="hint">{remark}</p>}
    </section>
  );
}
