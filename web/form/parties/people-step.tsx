import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';
import { peopleOf, personOf, pointerOf, rolesOf } from '#functions/application/form-places.ts';
import { signedInAs } from '../../sign-in/session.ts';
import type { PreCheck, StepProps } from '../step.ts';
import { BeneficialOwners } from './beneficial-owners.tsx';
import { findingsOn } from './finding-places.ts';
import './parties.css';
import { Said } from '../said.tsx';
import { nextPersonKey, withFirstPerson, withOneMore, withoutPerson } from './people.ts';
import { PersonCard } from './person-card.tsx';
import { Supervision } from './supervision.tsx';
import { Unasked } from './unasked.tsx';

/** Members of the form that this step asks for. */
export const PEOPLE_POINTERS: readonly string[] = [
  '/people',
  '/roles',
  '/supervision',
  '/charter',
  '/beneficialOwners',
];

/** Everybody who takes part, each entered once, and what each of them does. */
export function PeopleStep({ form: given, change: changeGiven, preCheck }: StepProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string>();
  const more = useRef<HTMLButtonElement>(null);
  const me = signedInAs()?.name;
  const form = withFirstPerson(given, me);
  const change: StepProps['change'] = (to) => changeGiven((it) => to(withFirstPerson(it, me)));
  const people = peopleOf(form);
  const step = { form, change, preCheck };

  const add = () => {
    setAdded(nextPersonKey(form.people));
    change(withOneMore);
  };
  const remove = (key: string) => {
    change((it) => withoutPerson(it, key));
    more.current?.focus();
  };

  return (
    <div className="parties">
      <p>{t(`parties.people.lead.${form.type === 'LIMITED_COMPANY' ? 'company' : 'alone'}`)}</p>
      <Unasked {...step} />
      <Said findings={ofNobody(form, preCheck)} />
      {people.map(([key], at) => (
        <PersonCard
          key={key}
          {...step}
          personKey={key}
          number={at + 1}
          isNew={key === added}
          {...(people.length > 1 && { onRemove: () => remove(key) })}
        />
      ))}
      <button type="button" ref={more} onClick={add}>
        {t('parties.people.add')}
      </button>
      {form.type === 'LIMITED_COMPANY' && (
        <>
          <Supervision {...step} />
          <BeneficialOwners {...step} />
        </>
      )}
    </div>
  );
}

/** What is wrong with people and posts as such: at no card could it be shown. */
function ofNobody(form: ApplicationForm, preCheck: PreCheck | undefined) {
  const shown = rolesOf(form).flatMap(([path, key]) =>
    personOf(form, key) ? [pointerOf(path)] : [],
  );
  const posts = (preCheck?.findings ?? [])
    .map(({ pointer }) => pointer)
    .filter((it) => /^\/roles(\/|$)/.test(it) && !shown.includes(it));
  return findingsOn(preCheck, '/people', ...posts);
}
