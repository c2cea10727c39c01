import { useTranslation } from 'react-i18next';
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
  const known = value === undefined || options.some(([it]) => it === value);
  return (
    <Field label={label} hint={hint} {...(findings && { findings })}>
      {(input) => (
        <select
          {...input}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        >
          {value === undefined && <option value="">{t('parties.choose')}</option>}
          {!known && <option value={value}>{value}</option>}
          {options.map(([it, text]) => (
            <option key={it} value={it}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
