import { useTranslation } from 'react-i18next';
import { Stacked } from '../parts/stacked.tsx';
import type { CaseView } from './a-case.ts';
import { rolesIn } from './roles-in.ts';

/** Each person once, with all that he is here and where else he is named. */
export function SamePerson({ of: { form, elsewhere = [] } }: { readonly of: CaseView }) {
  const { t, i18n } = useTranslation();
  const people = rolesIn(form);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('deskCase.people')}</h2>
      <Stacked
        of="people"
        heads={[t('field.person'), t('deskCase.rolesHere'), t('deskCase.elsewhere')]}
        rows={people.map(({ person, name, roles }) => {
          const others = elsewhere.find((it) => it.person === person)?.applications ?? [];
          return {
            key: person,
            cells: [
              name ?? person,
              roles.length === 0
                ? t('common.none')
                : roles.map((role) => i18n.t(`field.${role}` as 'field.owner')).join(' · '),
              others.length === 0 ? (
                t('deskCase.nowhereElse')
              ) : (
                <ul className="values" key="elsewhere">
                  {others.map(({ id, state, role }) => (
                    <li key={`${id} ${role}`}>
                      <span className="code">{id}</span>
                      <span className="tag">{t(`state.${state}`)}</span>
                      {role && ` ${i18n.t(`field.${role}` as 'field.owner')}`}
                    </li>
                  ))}
                </ul>
              ),
            ],
          };
        })}
      />
    </section>
  );
}
