import type { InputHTMLAttributes } from 'react';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'maxLength'
  > {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly findings?: readonly Finding[];
  readonly value: string | undefined;
  /** undefined where nothing is typed: the form then has no such member */
  readonly onChange: (value: string | undefined) => void;
}

export const TextField = ({ label, hint, findings, value, onChange, ...more }: TextFieldProps) => (
  <Field label={label} hint={hint} {...(findings && { findings })}>
    {(input) => (
      <input
        {...input}
        autoComplete="off"
        {...more}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
    )}
  </Field>
);

/** A legal day, typed as YYYY-MM-DD: quicker on a phone than a calendar of decades. */
export const DayField = (props: TextFieldProps) => (
  <TextField inputMode="numeric" maxLength={10} {...props} />
);
