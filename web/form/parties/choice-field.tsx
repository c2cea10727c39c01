import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/select.tsx';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';

interface ChoiceFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly findings?: readonly Finding[];
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of many; what the form has and the list has not is shown as it is. */
export function ChoiceField({ label, hint, findings, value, options, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const isKnown = options.some(([it]) => it === value);
  return (
    <Field label={label} hint={hint} {...(findings && { findings })}>
      {(input) => (
        <Select
          {...input}
          value={value ?? ''}
          options={isKnown ? options : [[value ?? '', value ?? t('parties.choose')], ...options]}
          onChoose={(it) => onChange(it === '' ? undefined : it)}
        />
      )}
    </Field>
  );
}
