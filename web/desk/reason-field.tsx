import type { ComponentProps, ReactNode } from 'react';
import { Field } from '../parts/field.tsx';

interface ReasonFieldProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  readonly label: string;
  readonly hint?: string;
  readonly said?: ReactNode;
  readonly isWrong?: boolean;
  readonly onType: (reason: string) => void;
}

/** A reason that goes on record, as long as the API takes it. */
export const ReasonField = ({
  label,
  hint,
  said,
  isWrong = false,
  onType,
  ...more
}: ReasonFieldProps) => (
  <Field label={label} hint={hint} said={said} isWrong={isWrong}>
    {(input) => (
      <textarea
        {...input}
        maxLength={2000}
        {...more}
        onChange={({ target }) => onType(target.value)}
      />
    )}
  </Field>
);
