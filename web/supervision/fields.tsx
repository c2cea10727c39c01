import { useTranslation } from 'react-i18next';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { Wrong } from '../parts/wrong.tsx';

interface AskedProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onType: (text: string) => void;
}

interface TextFieldProps extends AskedProps {
  /** so many lines; absent = one, which cannot be broken */
  readonly lines?: number;
  readonly isNumber?: boolean;
  /** it was tried to send it: what is empty is told */
  readonly isMissed?: boolean;
}

/** One question that is answered in words. */
export function TextField({
  label,
  hint,
  value,
  onType,
  lines,
  isNumber,
  isMissed,
}: TextFieldProps) {
  const { t } = useTranslation();
  const isWrong = isMissed === true && value.trim() === '';
  return (
    <Field
      label={label}
      hint={hint}
      isWrong={isWrong}
      said={isWrong && <Wrong>{t('supervision.missed', { label })}</Wrong>}
    >
      {(input) =>
        lines ? (
          <textarea
            {...input}
            rows={lines}
            autoComplete="off"
            value={value}
            onChange={({ target }) => onType(target.value)}
          />
        ) : (
          <input
            {...input}
            inputMode={isNumber ? 'numeric' : 'text'}
            autoComplete="off"
            value={value}
            onChange={({ target }) => onType(target.value)}
          />
        )
      }
    </Field>
  );
}

interface ChoiceFieldProps extends AskedProps {
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** One question with one answer of a few. */
export const ChoiceField = ({ label, hint, value, onType, choices }: ChoiceFieldProps) => (
  <Field label={label} hint={hint}>
    {(input) => <Select {...input} value={value} options={choices} onChoose={onType} />}
  </Field>
);
