import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { KeyButton } from './key-button.tsx';

interface NextButtonProps {
  readonly registrar: string;
  /** the one thing to do here */
  readonly isMain?: boolean;
}

/** Takes the next case of the queue and goes to it. */
export function NextButton({ registrar, isMain = false }: NextButtonProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: () => call('POST /v1/cases/next', { body: { registrar } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      navigate(`/desk/cases/${id}`);
    },
  });
  return (
    <>
      <KeyButton
        shortcut="N"
        className={isMain ? 'main' : ''}
        disabled={taking.isPending}
        onClick={() => taking.mutate()}
      >
        {t('desk.next')}
      </KeyButton>
      {isProblem(taking.error, 'not-found') ? (
        <p role="status" className="note">
          {t('desk.nothingFree')}
        </p>
      ) : (
        taking.error && <FailureNote error={taking.error} retry={() => taking.mutate()} />
      )}
    </>
  );
}
