import { useTranslation } from 'react-i18next';
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
      <table className="people">
        <thead>
          <tr>
            <th scope="col">{t('field.person')}</th>
            <th scope="col">{t('deskCase.rolesHere')}</th>
            <th scope="col">{t('deskCase.elsewhere')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, name, roles }) => {
            const others = elsewhere.find((it) => it.person === person)?.applications ?? [];
            return (
              <tr key={person}>
                <th scope="row">{name ?? person}</th>
                <td>
                  {roles.length === 0
                    ? t('common.none')
                    : roles.map((role) => i18n.t(`field.${role}` as 'field.owner')).join(' · ')}
                </td>
                <td>
                  {others.length === 0 && t('deskCase.nowhereElse')}
                  <ul className="values">
                    {others.map(({ id, state, role }) => (
                      <li key={`${id} ${role}`}>
                        <span className="code">{id}</span>
                        <span className="tag">{t(`state.${state}`)}</span>
                        {role && ` ${i18n.t(`field.${role}` as 'field.owner')}`}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
