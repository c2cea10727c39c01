import { useTranslation } from 'react-i18next';
import { Failure, isProblem } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Faults } from './faults.tsx';

interface ActNoteProps {
  readonly error: unknown;
  /** what was sent, so that a fault is told with what it is about */
  readonly sent?: unknown;
}

/** Why an act was not done, in words of this page where the API speaks to programs. */
export function ActNote({ error, sent }: ActNoteProps) {
  const { t } = useTranslation();
  if (!error) return null;
  if (isProblem(error, 'version-stale', 'not-in-this-state'))
    return (
      <div className="failure" role="alert">
        <p>
          <strong>{t('supervision.moved')}</strong>
        </p>
        <p>{t('supervision.movedText')}</p>
      </div>
    );
  const faults = error instanceof Failure ? (error.told.errors ?? []) : [];
  if (faults.length > 0) return <Faults faults={faults} of={sent} />;
  return <FailureNote error={error} />;
}
