import { type ReactNode, useId } from 'react';
import type { Finding } from './step.ts';

/** What an input must carry so that its label, hint and faults are read out with it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** what the review says of it; a remark does not make it wrong */
  readonly findings?: readonly Finding[];
  readonly children: (input: FieldInput) => ReactNode;
}

/** One question of the form with what is wrong with its answer, in the order: label, hint, faults, input. */
export function Field({ label, hint, findings = [], children }: FieldProps) {
  const id = useId();
  const wrong = findings.some(({ consequence }) => consequence !== 'WARN');
  const described = [hint && `${id}-hint`, findings.length > 0 && `${id}-said`].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="said" id={`${id}-said`}>
          {findings.map(({ rule, pointer, fault, consequence }) => (
            <li
              key={`${rule} ${pointer} ${fault}`}
              data-at={pointer}
              className={consequence === 'WARN' ? 'hint' : 'wrong'}
            >
              {fault}
            </li>
          ))}
        </ul>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': wrong || undefined,
      })}
    </div>
  );
}
