import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import type { Application } from './an-application.ts';

interface FindingsProps {
  readonly findings: Application['findings'];
  readonly form: Application['form'];
}

/** Everything that the review found, each thing at its field, with the rule, its basis and what to do. */
export function Findings({ findings, form }: FindingsProps) {
  const { t, i18n } = useTranslation();
  /** A place of the form in words: its members' names, a person by his own, an entry of a list by its number. */
  const place = (pointer: string): string => {
    const words = pointer
      .split('/')
      .slice(1)
      .map((part) => {
        if (/^\d+$/.test(part)) return String(Number(part) + 1);
        const key = `field.${part}`;
        return form.people?.[part]?.name ?? (i18n.exists(key) ? i18n.t(key as 'field.name') : part);
      });
    return words.length > 0 ? words.join(' › ') : t('field.whole');
  };
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
