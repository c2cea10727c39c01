import type { Figure } from './figure.ts';

export interface Wish {
  /** smaller numbers, a few minutes in all */
  readonly quick: boolean;
  /** rows of the end-to-end batch */
  readonly rows: number;
  /** what is under way, for a person who waits */
  readonly say: (line: string) => void;
}

/** One part of the bench: starts what it needs, measures, ends it. */
export type Part = (wish: Wish) => Promise<readonly Figure[]>;
