import { type ReactNode, useState } from 'react';

interface FoldProps {
  readonly summary: string;
  /** something in it must be seen */
  readonly isNeeded: boolean;
  readonly children: ReactNode;
}

/** What few need. Once open it stays so, also when what was wrong in it is mended. */
export function Fold({ summary, isNeeded, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isNeeded);
  return (
    <details
      open={isOpen || isNeeded}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
