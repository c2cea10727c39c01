/** Rows of a batch that are looked at for one page of its chase list; links are made for the same ones. */
export const CHASE_LIMIT = 100;
