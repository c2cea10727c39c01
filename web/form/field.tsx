import type { ReactNode } from 'react';
import { Field as Asked, type FieldInput } from '../parts/field.tsx';
import { Said } from './said.tsx';
import type { Finding } from './step.ts';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** what the review says of it; a remark does not make it wrong */
  readonly findings?: readonly Finding[];
  readonly children: (input: FieldInput) => ReactNode;
}

/** One question of the form with what the review says of its answer. */
export const Field = ({ label, hint, findings = [], children }: FieldProps) => (
  <Asked
    label={label}
    hint={hint}
    said={findings.length > 0 && <Said findings={findings} />}
    isWrong={findings.some(({ consequence }) => consequence !== 'WARN')}
  >
    {children}
  </Asked>
);
