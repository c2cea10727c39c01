import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts.tsx';
import type { Finding } from '../step.ts';
import { isNear } from './naming.ts';

/** What to do about the name, and why: what the law wants of one. */
export function NameMends({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const grave = findings.filter((it) => !isNear(it));
  if (grave.length === 0) return null;
  return (
    <div className="note">
      {grave.map(({ rule, fault, mend, requires, basis }) => (
        <div key={`${rule} ${fault}`}>
          <p>{mend}</p>
          <details>
            <summary>{t('tradeName.why')}</summary>
            <Facts
              facts={[
                [t('application.requires'), requires],
                [t('application.basis'), basis.join(' · ')],
              ]}
            />
          </details>
        </div>
      ))}
    </div>
  );
}
