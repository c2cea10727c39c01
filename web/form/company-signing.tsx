import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Application, anApplication } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { LONGEST_LICENCE } from '../parts/licence-limit.ts';
import { signForCompany } from './at-server.ts';
import { Field } from './field.tsx';

interface CompanySigningProps {
  readonly of: Application;
  /** index in `shareholders` */
  readonly shareholder: number;
}

/** A shareholder that is a company shows its electronic licence, signed over the digest by whoever holds its key. */
export function CompanySigning({ of: { id, documentHash }, shareholder }: CompanySigningProps) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [presentation, setPresentation] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => signForCompany(id, shareholder, presentation.trim()),
    onSuccess: (application) =>
      queries.setQueryData(anApplication(id, i18n.language).queryKey, application),
  });
  return (
    <details>
      <summary>{t('form.company.title')}</summary>
      <p>{t('form.company.text')}</p>
      <p className="hint">{t('signing.digest')}</p>
      <p className="code">{documentHash}</p>
      <Field label={t('form.company.label')} hint={t('form.company.hint')}>
        {(input) => (
          <textarea
            {...input}
            rows={4}
            maxLength={LONGEST_LICENCE}
            autoComplete="off"
            spellCheck={false}
            value={presentation}
            onChange={({ target }) => setPresentation(target.value)}
          />
        )}
      </Field>
      {error && !isPending && <FailureNote error={error} retry={() => mutate()} />}
      <p>
        <button
          type="button"
          disabled={isPending || presentation.trim() === ''}
          onClick={() => mutate()}
        >
          {t('form.company.submit')}
        </button>
      </p>
    </details>
  );
}
