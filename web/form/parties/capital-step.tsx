import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { findingsAt, type StepProps } from '../step.ts';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import './parties.css';
import { Tick } from '../../parts/tick.tsx';
import { Said } from '../said.tsx';
import { Shareholders } from './shareholders.tsx';
import { Unasked } from './unasked.tsx';

/** Members of the form that this step asks for. */
export const CAPITAL_POINTERS: readonly string[] = [
  '/capital',
  '/shareholders',
  '/householdProperty',
  '/termYears',
];

/** Types of business whose capital is registered. */
const TYPES = ['LIMITED_COMPANY', 'SOLE_PROPRIETORSHIP'] as const;

/** What is put into the business, by whom, and for how long. */
export function CapitalStep(step: StepProps) {
  const { t } = useTranslation();
  const { form, change, preCheck } = step;
  const type = TYPES.find((it) => it === form.type);
  const isCompany = type === 'LIMITED_COMPANY';
  if (!type)
    return (
      <div className="parties">
        <p>{t('parties.capital.none')}</p>
        <Unasked {...step} />
      </div>
    );
  return (
    <div className="parties">
      <Unasked {...step} />
      <p>{t(`parties.capital.lead.${type}`)}</p>
      <Said findings={findingsOn(preCheck, '/capital/currency')} />
      <MoneyField
        label={t(`parties.capital.amount.${type}`)}
        findings={findingsOn(preCheck, '/capital', '/capital/fen')}
        fen={form.capital?.fen}
        onChange={(fen) => change((it) => ({ ...it, capital: { fen, currency: 'CNY' } }))}
      />
      {isCompany ? <Shareholders {...step} /> : <HouseholdProperty {...step} />}
      {isCompany && (
        <NumberField
          label={t('field.termYears')}
          hint={t('parties.capital.term')}
          findings={findingsAt(preCheck, '/termYears')}
          value={form.termYears}
          parse={yearsOf}
          otherwise={t('parties.capital.termOtherwise')}
          onChange={(termYears) => change((it) => ({ ...it, termYears }))}
        />
      )}
    </div>
  );
}

const yearsOf = (text: string): number | undefined =>
  /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** Whether the family answers for the debts of its sole owner (Sole Proprietorship Law, art. 18). */
function HouseholdProperty({ form, change, preCheck }: StepProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <Group
      legend={t('parties.capital.household.legend')}
      hint={t('parties.capital.household.hint')}
      findings={findingsAt(preCheck, '/householdProperty')}
    >
      {([false, true] as const).map((it) => (
        <Tick
          key={String(it)}
          among={name}
          label={t(`parties.capital.household.${it}`)}
          checked={form.householdProperty === it}
          onChange={() => change((was) => ({ ...was, householdProperty: it }))}
        />
      ))}
    </Group>
  );
}
