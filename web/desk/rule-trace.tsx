import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { FormData } from '../parts/form-data.tsx';
import { usePlace } from '../parts/place.ts';
import type { CaseView } from './a-case.ts';
import { valueAt } from './differences.ts';

/** The gravest first. */
const GRAVITY = ['PROPOSE_REFUSAL', 'RETURN', 'REFER', 'WARN'] as const;

/** What the machine found, rule by rule, each with what the form says at that place. */
export function RuleTrace({ findings, form }: Pick<CaseView, 'findings' | 'form'>) {
  const { t } = useTranslation();
  const place = usePlace(form);
  const byGravity = GRAVITY.flatMap((it) =>
    findings.filter(({ consequence }) => consequence === it),
  );
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('application.findingsTitle')}</h2>
      {findings.length === 0 && <p>{t('deskCase.noFindings')}</p>}
      <ol className="findings">
        {byGravity.map(({ rule, pointer, consequence, fault, mend, requires, basis }) => (
          <li key={`${rule} ${pointer} ${fault}`} className={consequence.toLowerCase()}>
            <h3>
              {place(pointer)} <span className="tag">{rule}</span>{' '}
              <span className={consequence === 'WARN' ? 'tag' : 'tag grave'}>
                {t(`application.consequence.${consequence}`)}
              </span>
            </h3>
            <p className="says">{fault}</p>
            <Facts
              facts={[
                [
                  t('deskCase.formSays'),
                  pointer !== '' && valueAt(form, pointer) !== undefined && (
                    <FormData
                      data={valueAt(form, pointer)}
                      name={pointer.split('/').at(-1) ?? ''}
                      of={form}
                    />
                  ),
                ],
                [t('application.requires'), requires],
                [t('application.mend'), mend],
                [t('application.basis'), basis.join(' · ')],
              ]}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
