import { useTranslation } from 'react-i18next';
import type { StepProps } from '../step.ts';
import { unaskedOf, withoutUnasked } from './unasked-members.ts';

/** What was entered for another type of business: kept until the person says that it may go. */
export function Unasked({ form, change }: Pick<StepProps, 'form' | 'change'>) {
  const { t } = useTranslation();
  const { members, posts } = unaskedOf(form);
  const names = [...members, ...posts].map((it) => t(`field.${it}`));
  if (names.length === 0) return null;
  return (
    <div className="note">
      <p>{t('parties.unasked.text', { what: names.join(t('parties.unasked.and')) })}</p>
      <button type="button" onClick={() => change(withoutUnasked)}>
        {t('parties.unasked.remove')}
      </button>
    </div>
  );
}
