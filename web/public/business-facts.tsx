import { useTranslation } from 'react-i18next';
import type { Output } from '../api/routes.ts';
import { Facts } from '../parts/facts.tsx';
import { dayInWords, moneyInWords } from '../parts/moment.ts';

/** The face of a licence, as the register publishes it. */
export function BusinessFacts({ of }: { readonly of: Output<'GET /v1/register/{uscc}'> }) {
  const { t, i18n } = useTranslation();
  return (
    <Facts
      facts={[
        [t('business.name'), of.name ?? t('business.unnamed')],
        [t('business.uscc'), of.uscc],
        [t('business.type'), of.type],
        [t('business.head'), of.head],
        [
          t('business.capital'),
          of.capitalFen === null ? undefined : moneyInWords(of.capitalFen, i18n.language),
        ],
        [t('business.address'), of.address],
        [t('business.scope'), of.scope],
        [t('business.registrar'), of.registrar],
        [t('business.established'), dayInWords(of.established, i18n.language)],
        [t('business.basis'), t(`business.${of.basis}`)],
      ]}
    />
  );
}
