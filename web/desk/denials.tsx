import { useTranslation } from 'react-i18next';
import { inWords } from '../parts/moment.ts';
import type { CaseView } from './a-case.ts';

/** What persons named in it say against it. */
export function Denials({ of: { denials = [], form } }: { readonly of: CaseView }) {
  const { t, i18n } = useTranslation();
  if (denials.length === 0) return null;
  return (
    <section aria-labelledby="denials">
      <h2 id="denials">{t('deskCase.denials')}</h2>
      {denials.map(({ person, at, statement }) => (
        <div className="failure" key={`${person} ${at}`}>
          <p>
            <strong>
              {t('deskCase.denied', {
                who: form.people?.[person]?.name ?? person,
                at: inWords(at, i18n.language),
              })}
            </strong>
          </p>
          {statement && <q>{statement}</q>}
        </div>
      ))}
    </section>
  );
}
