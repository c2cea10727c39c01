import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Said } from '../said.tsx';
import type { Finding } from '../step.ts';

interface CardProps {
  readonly heading: string;
  readonly level: 'h2' | 'h3';
  /** just added: whoever added it goes on typing here */
  readonly isNew: boolean;
  readonly findings: readonly Finding[];
  readonly children: ReactNode;
}

/** One of several of a kind: a person, a shareholder. */
export function Card({ heading, level: Heading, isNew, findings, children }: CardProps) {
  const id = useId();
  const at = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) at.current?.focus();
  }, [isNew]);
  return (
    <section className="card field" aria-labelledby={id}>
      <Heading id={id} tabIndex={-1} ref={at}>
        {heading}
      </Heading>
      <Said findings={findings} />
      {children}
    </section>
  );
}
