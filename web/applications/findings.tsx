import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { usePlace } from '../parts/place.ts';
import type { Application } from './an-application.ts';

interface FindingsProps {
  readonly findings: Application['findings'];
  readonly form: Application['form'];
}

/** Everything that the review found, each thing at its field, with the rule, its basis and what to do. */
export function Findings({ findings, form }: FindingsProps) {
  const { t } = useTranslation();
  const place = usePlace(form);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('application.findingsTitle')}</h2>
      <p className="hint">
        {t(findings.length > 0 ? 'application.allAtOnce' : 'application.findingsNone')}
      </p>
      <ul className="findings">
        {findings.map(({ rule, pointer, consequence, fault, mend, requires, basis }) => (
          <li key={`${rule} ${pointer} ${fault}`}>
            <p>
              <strong>{place(pointer)}</strong>{' '}
              <span className={consequence === 'WARN' ? 'tag' : 'tag grave'}>
                {t(`application.consequence.${consequence}`)}
              </span>
            </p>
            <p className="says">{fault}</p>
            <Facts
              facts={[
                [t('application.mend'), mend],
                [t('application.requires'), requires],
                [t('application.basis'), [...basis, t('application.rule', { rule })].join(' · ')],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
