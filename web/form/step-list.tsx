import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { PreCheck } from './step.ts';
import { type FormStep, type StepName, stepAsking } from './step-order.ts';

interface StepListProps {
  readonly steps: readonly FormStep[];
  readonly at: StepName;
  readonly left: readonly string[];
  readonly preCheck: PreCheck | undefined;
  readonly form: ApplicationForm;
  readonly addressOf: (step: StepName) => string;
}

/** Every step with how it stands, to go to any of them. On a phone it is folded up to where one is. */
export function StepList({ steps, at, left, preCheck, form, addressOf }: StepListProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const faultsOf = (name: StepName): number =>
    (preCheck?.findings ?? []).filter(
      ({ consequence, pointer }) =>
        consequence !== 'WARN' && stepAsking(pointer, form).name === name,
    ).length;
  const stands = (name: StepName): string => {
    if (!left.includes(name)) return t('form.stands.untouched');
    if (!preCheck) return t('form.stands.left');
    const count = faultsOf(name);
    return count > 0 ? t('form.stands.faults', { count }) : t('form.stands.inOrder');
  };
  const tone = (name: StepName): string => {
    if (!left.includes(name) || !preCheck) return 'hint';
    return faultsOf(name) > 0 ? 'bad' : 'good';
  };
  return (
    <nav className="step-list" aria-label={t('form.steps')}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('form.stepOf', { at: steps.findIndex(({ name }) => name === at) + 1, of: steps.length })}
      </button>
      <ol className={isOpen ? 'open' : ''}>
        {steps.map(({ name }) => (
          <li key={name}>
            <Link href={addressOf(name)} aria-current={name === at ? 'step' : undefined}>
              {t(`form.step.${name}`)}{' '}
              {name !== 'send' && <span className={tone(name)}>{stands(name)}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
