import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callText } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { save } from '../parts/save.ts';

/** The file that defends the decision years later, byte for byte as it was sealed. */
export function DefenceFile({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const downloading = useMutation({
    mutationFn: async () => {
      const file = await callText('GET /v1/cases/{id}/defence-file', { parameters: { id } });
      save(`${id}.json`, file, 'application/json');
    },
  });
  return (
    <>
      <button type="button" disabled={downloading.isPending} onClick={() => downloading.mutate()}>
        {t('deskCase.defenceFile')}
      </button>
      {downloading.error && <FailureNote error={downloading.error} />}
    </>
  );
}
