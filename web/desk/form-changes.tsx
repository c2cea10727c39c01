import { useTranslation } from 'react-i18next';
import { FormData } from '../parts/form-data.tsx';
import { usePlace } from '../parts/place.ts';
import { Stacked } from '../parts/stacked.tsx';
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
        <Stacked
          of="changes"
          heads={[
            t('deskCase.where'),
            t('deskCase.before', { attempt: previous.attempt }),
            t('deskCase.after'),
          ]}
          rows={changed.map(({ pointer, before, after }) => {
            const name = pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '';
            return {
              key: pointer,
              cells: [
                place(pointer),
                <FormData key="before" data={before} name={name} of={previous.form} />,
                <FormData key="after" data={after} name={name} of={form} />,
              ],
            };
          })}
        />
      )}
    </section>
  );
}
