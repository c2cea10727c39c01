const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Asked less and less often: a small file is done in seconds, a large one in hours. */
export const pauseMs = (asked: number): number =>
  Math.min(FIRST_PAUSE_MS * 1.2 ** asked, LONGEST_PAUSE_MS);
