import { useTranslation } from 'react-i18next';
import { inWords } from '../parts/moment.ts';
import type { CaseView } from './a-case.ts';

/** From whom a supervisor took the case, and why. */
export function TakeOvers({ of = [] }: { readonly of: CaseView['takeOvers'] }) {
  const { t, i18n } = useTranslation();
  return of.map(({ from, by, at, reason }) => (
    <p className="hint" key={at}>
      {t('deskCase.takenOver', { from, by, at: inWords(at, i18n.language), reason })}
    </p>
  ));
}
