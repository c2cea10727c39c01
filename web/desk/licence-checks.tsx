import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { inWords } from '../parts/moment.ts';
import type { CaseView } from './a-case.ts';

/** What came of checking the e-licences that corporate shareholders showed. */
export function LicenceChecks({ of: { licences, form } }: { readonly of: CaseView }) {
  const { t, i18n } = useTranslation();
  if (licences.length === 0) return null;
  return (
    <section aria-labelledby="licences">
      <h2 id="licences">{t('deskCase.licences')}</h2>
      <ul className="findings">
        {licences.map((check) => (
          <li key={check.shareholder}>
            <h3>
              {form.shareholders?.[check.shareholder]?.company?.name ??
                t('application.company', { index: check.shareholder + 1 })}
            </h3>
            <p className={check.outcome === 'VALID' ? 'state good' : 'state bad'}>
              {t(`deskCase.licence.${check.outcome}`)}
            </p>
            <Facts
              facts={[
                [t('deskCase.licenceHolder'), check.holderName],
                [t('field.uscc'), check.holderUscc],
                [t('deskCase.licenceRegion'), check.region],
                [t('deskCase.licenceNumber'), check.identifier],
                [t('deskCase.licenceReason'), check.reason],
                [t('deskCase.licenceSigned'), check.signed && t(`deskCase.signed.${check.signed}`)],
                [t('deskCase.licenceBeyond'), check.use?.beyond?.join(' · ')],
                [
                  t('deskCase.licenceStatusAt'),
                  check.statusAt && inWords(check.statusAt, i18n.language),
                ],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
