import type { Finding, PreCheck } from '../step.ts';

/** Findings about these members themselves, not about what is in them. */
export const findingsOn = (
  preCheck: PreCheck | undefined,
  ...pointers: readonly string[]
): readonly Finding[] =>
  (preCheck?.findings ?? []).filter(({ pointer }) => pointers.includes(pointer));
