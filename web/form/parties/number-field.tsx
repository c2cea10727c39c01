import { useState } from 'react';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly findings?: readonly Finding[];
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** undefined where the text is no such number */
  readonly parse: (text: string) => number | undefined;
  readonly format?: (value: number | undefined) => string;
  /** told where something else was typed */
  readonly otherwise: string;
  /** the number in words, so that a zero too many is seen */
  readonly inWords?: (value: number) => string;
}

/** A number that is typed as text: the text stays as it was typed, and the form has what it stands for. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, findings = [], value, onChange, parse, otherwise, inWords } = props;
  const { format = (it) => (it === undefined ? '' : String(it)) } = props;
  const [typed, setTyped] = useState(format(value));
  const text = parse(typed) === value ? typed : format(value);
  const isOther = text.trim() !== '' && value === undefined;
  return (
    <Field label={label} hint={hint} findings={isOther ? [] : findings}>
      {(input) => (
        <>
          <input
            {...input}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            aria-invalid={isOther || input['aria-invalid']}
            onChange={({ target }) => {
              setTyped(target.value);
              onChange(parse(target.value));
            }}
          />
          <p className={isOther ? 'wrong' : 'hint'} role="status">
            {isOther ? otherwise : value !== undefined && inWords?.(value)}
          </p>
        </>
      )}
    </Field>
  );
}
