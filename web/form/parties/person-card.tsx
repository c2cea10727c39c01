import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS } from '#functions/shared/document-kinds.ts';
import { findingsAt, type StepProps } from '../step.ts';
import { Card } from './card.tsx';
import { Certification } from './certification.tsx';
import { ChoiceField } from './choice-field.tsx';
import { Contact } from './contact.tsx';
import { findingsOn } from './finding-places.ts';
import { type Person, withPerson } from './people.ts';
import { PostTicks } from './post-ticks.tsx';
import { Removal } from './removal.tsx';
import { DayField, TextField } from './text-field.tsx';

interface PersonCardProps extends StepProps {
  readonly personKey: string;
  /** counted from one, as it is shown */
  readonly number: number;
  /** just added: whoever added it goes on typing here */
  readonly isNew: boolean;
  /** absent for the only one */
  readonly onRemove?: () => void;
}

/** One person: who he is, how he is reached, what he does. */
export function PersonCard({ personKey: key, number, isNew, onRemove, ...step }: PersonCardProps) {
  const { form, change, preCheck } = step;
  const { t } = useTranslation();
  const person: Person = form.people?.[key] ?? {};
  const { name, document = {} } = person;
  const who = name ?? t('parties.people.nth', { number });
  const at = `/people/${key}`;
  const set = (to: Partial<Person>) =>
    change((it) => withPerson(it, key, (was) => ({ ...was, ...to })));
  const setDocument = (to: Partial<NonNullable<Person['document']>>) =>
    change((it) =>
      withPerson(it, key, (was) => ({ ...was, document: { ...was.document, ...to } })),
    );

  return (
    <Card
      heading={[t('parties.people.nth', { number }), name].filter(Boolean).join(' · ')}
      level="h2"
      isNew={isNew}
      findings={findingsOn(preCheck, at, `${at}/document`)}
    >
      <TextField
        label={t('parties.people.name')}
        findings={findingsAt(preCheck, `${at}/name`)}
        value={name}
        maxLength={100}
        onChange={(it) => set({ name: it })}
      />
      <div className="pair">
        <ChoiceField
          label={t('parties.people.document')}
          findings={findingsAt(preCheck, `${at}/document/kind`)}
          value={document.kind}
          options={DOCUMENT_KINDS.map((kind) => [kind, t(`value.${kind}`)])}
          onChange={(kind) =>
            setDocument({ kind, ...(kind !== 'PASSPORT' && { certification: undefined }) })
          }
        />
        <TextField
          label={t('parties.people.number')}
          findings={findingsAt(preCheck, `${at}/document/number`)}
          value={document.number}
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(it) => setDocument({ number: it })}
        />
      </div>
      <DayField
        label={t('parties.people.validUntil')}
        hint={t('parties.people.validUntilHint')}
        findings={findingsAt(preCheck, `${at}/document/validUntil`)}
        value={document.validUntil}
        onChange={(it) => setDocument({ validUntil: it })}
      />
      {(document.kind === 'PASSPORT' || document.certification) && (
        <Certification
          of={document.certification ?? {}}
          preCheck={preCheck}
          at={`${at}/document/certification`}
          onChange={(it) => setDocument({ certification: it })}
        />
      )}
      <PostTicks {...step} personKey={key} />
      <Contact {...step} personKey={key} person={person} onChange={set} />
      {onRemove && (
        <Removal
          label={t('parties.people.remove', { who })}
          loses={t('parties.people.loses', { who })}
          onRemove={onRemove}
        />
      )}
    </Card>
  );
}
