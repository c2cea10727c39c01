import { type ReactNode, useId } from 'react';

/** What an input must carry so that its label, hint and faults are read out with it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** what is said of the answer; told at once where it is an alert */
  readonly said?: ReactNode;
  readonly isWrong?: boolean;
  readonly children: (input: FieldInput) => ReactNode;
}

/** One question with its answer, in the order: label, hint, what is said of the answer, input. */
export function Field({ label, hint, said, isWrong, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, said && `${id}-said`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {said && <div id={`${id}-said`}>{said}</div>}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': isWrong || undefined,
      })}
    </div>
  );
}
