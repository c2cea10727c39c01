import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { personOf } from '#functions/application/form-places.ts';
import type { StepProps } from '../step.ts';

/** Who will be asked to sign, and what: people as the pre-check tells, and companies by their licence. */
export function WhoSigns({ form, preCheck }: Pick<StepProps, 'form' | 'preCheck'>) {
  const { t } = useTranslation();
  const id = useId();
  if (!preCheck || preCheck.signers.length === 0) return null;
  const companies = (form.shareholders ?? []).flatMap(({ company }, at) =>
    company ? [{ name: company.name ?? t('parties.shares.nth', { number: at + 1 }), at }] : [],
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('parties.signs.title')}</h2>
      <p className="hint">{t('parties.signs.hint')}</p>
      <ul className="values">
        {preCheck.signers.map(({ person, signs }, at) => (
          <li key={person}>
            <strong>
              {personOf(form, person)?.name ?? t('parties.people.nth', { number: at + 1 })}
            </strong>
            <br />
            <span className="hint">{signs.map((it) => t(`parties.signs.${it}`)).join(' · ')}</span>
          </li>
        ))}
        {companies.map(({ name, at }) => (
          <li key={at}>
            <strong>{name}</strong>
            <br />
            <span className="hint">{t('parties.signs.byLicence')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
