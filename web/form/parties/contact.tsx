import { useTranslation } from 'react-i18next';
import { findingsAt, type StepProps } from '../step.ts';
import { Fold } from './fold.tsx';
import type { Person } from './people.ts';
import { TextField } from './text-field.tsx';

interface ContactProps extends StepProps {
  readonly personKey: string;
  readonly person: Person;
  readonly onChange: (to: Partial<Person>) => void;
}

/** Where a person lives and is reached: what his posts ask for in the open, the rest behind a fold. */
export function Contact({
  form: { roles },
  preCheck,
  personKey: key,
  person,
  onChange,
}: ContactProps) {
  const { t } = useTranslation();
  const at = `/people/${key}`;
  const fields = {
    residence: (
      <TextField
        key="residence"
        label={t('field.residence')}
        hint={t('parties.contact.residence')}
        findings={findingsAt(preCheck, `${at}/residence`)}
        value={person.residence}
        maxLength={300}
        onChange={(residence) => onChange({ residence })}
      />
    ),
    phone: (
      <TextField
        key="phone"
        type="tel"
        label={t('parties.contact.phone')}
        findings={findingsAt(preCheck, `${at}/phone`)}
        value={person.phone}
        maxLength={40}
        onChange={(phone) => onChange({ phone })}
      />
    ),
    email: (
      <TextField
        key="email"
        type="email"
        label={t('field.email')}
        findings={findingsAt(preCheck, `${at}/email`)}
        value={person.email}
        maxLength={200}
        onChange={(email) => onChange({ email })}
      />
    ),
  };
  const all = ['residence', 'phone', 'email'] as const;
  const isAsked = {
    residence: roles?.owner === key || roles?.operator === key,
    phone: roles?.liaison === key,
    email: roles?.liaison === key,
  };
  const others = all.filter((it) => !isAsked[it]);
  const isWrong = findingsAt(preCheck, ...others.map((it) => `${at}/${it}`)).length > 0;
  return (
    <>
      {all.filter((it) => isAsked[it]).map((it) => fields[it])}
      {others.length > 0 && (
        <Fold summary={t('parties.contact.more')} isNeeded={isWrong}>
          {others.map((it) => fields[it])}
        </Fold>
      )}
    </>
  );
}
