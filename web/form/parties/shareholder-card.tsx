import { useTranslation } from 'react-i18next';
import { peopleOf } from '#functions/application/form-places.ts';
import { findingsAt, type StepProps } from '../step.ts';
import { Card } from './card.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CompanyFields } from './company-fields.tsx';
import { findingsOn } from './finding-places.ts';
import { MoneyField } from './money-field.tsx';
import { Removal } from './removal.tsx';
import { type Shareholder, withoutShareholder, withShareholderAt } from './shares.ts';
import { DayField } from './text-field.tsx';

const CONTRIBUTIONS = [
  'CASH',
  'GOODS',
  'INTELLECTUAL_PROPERTY',
  'LAND_USE',
  'EQUITY',
  'CLAIM',
  'DATA',
  'VIRTUAL_PROPERTY',
] as const;

interface ShareholderCardProps extends StepProps {
  readonly of: Shareholder;
  /** index in `shareholders` */
  readonly at: number;
  readonly isNew: boolean;
  readonly onRemoved: () => void;
}

/** One shareholder: who it is, and what he subscribes. */
export function ShareholderCard({ of, at, isNew, onRemoved, ...step }: ShareholderCardProps) {
  const { form, change, preCheck } = step;
  const { t } = useTranslation();
  const place = `/shareholders/${at}`;
  const set = (to: Partial<Shareholder>) =>
    change((it) => withShareholderAt(it, at, (was) => ({ ...was, ...to })));
  const number = at + 1;
  return (
    <Card
      heading={t('parties.shares.nth', { number })}
      level="h3"
      isNew={isNew}
      findings={findingsOn(preCheck, place, `${place}/company`)}
    >
      {of.company ? (
        <CompanyFields
          of={of.company}
          at={`${place}/company`}
          preCheck={preCheck}
          onChange={(company) => set({ company })}
        />
      ) : (
        <ChoiceField
          label={t('parties.shares.person')}
          hint={t('parties.shares.personHint')}
          findings={findingsAt(preCheck, `${place}/person`)}
          value={of.person}
          options={peopleOf(form).map(([key, { name }], index) => [
            key,
            name ?? t('parties.people.nth', { number: index + 1 }),
          ])}
          onChange={(person) => set({ person })}
        />
      )}
      <MoneyField
        label={t('parties.shares.amount')}
        findings={findingsAt(preCheck, `${place}/fen`)}
        fen={of.fen}
        onChange={(fen) => set({ fen })}
      />
      <div className="pair">
        <ChoiceField
          label={t('field.contribution')}
          findings={findingsAt(preCheck, `${place}/contribution`)}
          value={of.contribution}
          options={CONTRIBUTIONS.map((it) => [it, t(`value.${it}`)])}
          onChange={(contribution) => set({ contribution })}
        />
        <DayField
          label={t('field.due')}
          findings={findingsAt(preCheck, `${place}/due`)}
          value={of.due}
          onChange={(due) => set({ due })}
        />
      </div>
      <Removal
        label={t('parties.shares.remove', { number })}
        loses={t('parties.shares.loses')}
        onRemove={() => {
          change((it) => withoutShareholder(it, at));
          onRemoved();
        }}
      />
    </Card>
  );
}
