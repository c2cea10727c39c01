import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import type { Application } from './an-application.ts';

/** Permits to get and filings to make before trading. */
export function NextSteps({ tasks }: { readonly tasks: NonNullable<Application['tasks']> }) {
  const { t } = useTranslation();
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
    </section>
  );
}
