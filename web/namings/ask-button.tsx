import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../parts/failure-note.tsx';
import { beginFaceCheck, type Place } from './face-check.ts';

interface AskButtonProps {
  readonly label: string;
  /** where one goes on afterwards */
  readonly place?: Place | undefined;
}

/** Leads to the face check, and back to what was being done. */
export function AskButton({ label, place }: AskButtonProps) {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => beginFaceCheck(place),
  });
  return (
    <>
      {error && !isPending && <FailureNote error={error} />}
      {data === 'NO_PAGE' && (
        <p className="failure" role="alert">
          {t('namings.noProvider')}
        </p>
      )}
      <p>
        <button type="button" className="main" disabled={isPending} onClick={() => mutate()}>
          {label}
        </button>
      </p>
    </>
  );
}
