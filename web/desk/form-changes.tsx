import { useTranslation } from 'react-i18next';
import { FormData } from '../parts/form-data.tsx';
import { usePlace } from '../parts/place.ts';
import type { CaseView } from './a-case.ts';
import { differences } from './differences.ts';

interface FormChangesProps {
  readonly previous: NonNullable<CaseView['previous']>;
  readonly form: CaseView['form'];
}

/** Field by field, what is not as it was when it was seen last. */
export function FormChanges({ previous, form }: FormChangesProps) {
  const { t } = useTranslation();
  const place = usePlace({ people: { ...previous.form.people, ...form.people } });
  const changed = differences(previous.form, form);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('deskCase.changes', { attempt: previous.attempt })}</h2>
      {changed.length === 0 && <p>{t('deskCase.noChanges')}</p>}
      {changed.length > 0 && (
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">{t('deskCase.where')}</th>
              <th scope="col">{t('deskCase.before', { attempt: previous.attempt })}</th>
              <th scope="col">{t('deskCase.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ pointer, before, after }) => {
              const name = pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '';
              return (
                <tr key={pointer}>
                  <th scope="row">{place(pointer)}</th>
                  <td
                    className="was"
                    data-label={t('deskCase.before', { attempt: previous.attempt })}
                  >
                    <FormData data={before} name={name} of={previous.form} />
                  </td>
                  <td className="is" data-label={t('deskCase.after')}>
                    <FormData data={after} name={name} of={form} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
