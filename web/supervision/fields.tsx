import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface AskedProps {
  readonly label: string;
  readonly hint?: string;
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
  const id = useId();
  const isWrong = isMissed === true && value.trim() === '';
  const described = [hint && `${id}-hint`, isWrong && `${id}-wrong`].filter(Boolean).join(' ');
  const input = {
    id,
    value,
    'aria-describedby': described || undefined,
    'aria-invalid': isWrong || undefined,
    autoComplete: 'off',
  };
  return (
    <div className="asked">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isWrong && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {t('supervision.missed', { label })}
        </p>
      )}
      {lines ? (
        <textarea {...input} rows={lines} onChange={({ target }) => onType(target.value)} />
      ) : (
        <input
          {...input}
          inputMode={isNumber ? 'numeric' : 'text'}
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </div>
  );
}

interface ChoiceFieldProps extends AskedProps {
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** One question with one answer of a few. */
export function ChoiceField({ label, hint, value, onType, choices }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="asked">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onType(target.value)}
      >
        {choices.map(([it, text]) => (
          <option key={it} value={it}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onTick: (isOn: boolean) => void;
}

/** A question of yes or no. */
export function Tick({ label, hint, isOn, onTick }: TickProps) {
  const id = useId();
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onTick(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
