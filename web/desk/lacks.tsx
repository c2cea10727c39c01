import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.ts';
import { usePlace } from '../parts/place.ts';
import type { CaseView } from './a-case.ts';

interface LacksProps {
  readonly error: Error;
  readonly form: CaseView['form'];
}

/** Where the form lacks what a licence must have, if that is why it was not registered. */
export function Lacks({ error, form }: LacksProps) {
  const { t } = useTranslation();
  const place = usePlace(form);
  if (!(error instanceof Failure) || error.told.slug !== 'not-registrable') return null;
  return (
    <>
      <h3>{t('deskCase.lacks')}</h3>
      <ul>
        {error.told.errors?.map(({ pointer }) => (
          <li key={pointer}>{place(pointer)}</li>
        ))}
      </ul>
    </>
  );
}
