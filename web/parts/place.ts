import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';

/** A place of the form (JSON Pointer) in words: its members' names, a person by his own, an entry of a list by its number. */
export function usePlace({ people }: Pick<ApplicationForm, 'people'>) {
  const { t, i18n } = useTranslation();
  return (pointer: string): string => {
    const words = pointer
      .split('/')
      .slice(1)
      .map((part) => {
        if (/^\d+$/.test(part)) return String(Number(part) + 1);
        const key = `field.${part}`;
        return people?.[part]?.name ?? (i18n.exists(key) ? i18n.t(key as 'field.name') : part);
      });
    return words.length > 0 ? words.join(' › ') : t('field.whole');
  };
}
