import { type ReactNode, useId } from 'react';
import { Said } from '../said.tsx';
import type { Finding } from '../step.ts';

interface GroupProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly findings?: readonly Finding[];
  readonly children: ReactNode;
}

/** Several inputs that answer one question together. */
export function Group({ legend, hint, findings = [], children }: GroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, findings.length > 0 && `${id}-said`].filter(Boolean);
  return (
    <fieldset className="group field" aria-describedby={described.join(' ') || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Said findings={findings} id={`${id}-said`} />
      {children}
    </fieldset>
  );
}
