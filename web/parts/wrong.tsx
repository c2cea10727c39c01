import type { ReactNode } from 'react';

/** What is wrong with an answer, read out at once. */
export const Wrong = ({ children }: { readonly children: ReactNode }) => (
  <p className="wrong" role="alert">
    {children}
  </p>
);
