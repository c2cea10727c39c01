import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { Output } from '../../api/routes.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { inLaw } from '../trade/law.ts';
import { previewOf } from '../trade/queries.ts';

export type AdviceOn = Output<'POST /v1/scope/preview'>['premises'][number];

/** Which kinds of premises this business may have, and why, by its type, registrar and scope. */
export function useAdvice(form: ApplicationForm) {
  const { i18n } = useTranslation();
  const { data, error, refetch } = useQuery(previewOf(form, i18n.language));
  return {
    advice: data?.premises,
    failure: error && <FailureNote error={error} retry={() => void refetch()} />,
  };
}

/** What a kind of premises needs, with the law. */
export function Advice({ of }: { readonly of: AdviceOn | undefined }) {
  const { t } = useTranslation();
  if (!of) return null;
  return (
    <div className="note">
      <p>
        <strong>{t(`parties.address.may.${of.may}`)}</strong>
      </p>
      <ul>
        {of.because.map(({ text, law, article, items }) => (
          <li key={text}>
            {text}
            {items && items.length > 0 && <span className="hint"> {items.join(' · ')}</span>}{' '}
            <span className="hint">{inLaw(t, { law, article })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
