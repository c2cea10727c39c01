import type { Output } from '../api/routes.ts';

export type RowTold = Output<'GET /v1/batches/{id}/rows'>['rows'][number];

/** What may have become of a row, in the order in which it matters to who sent it. */
export const OUTCOMES = [
  'invalid',
  'returned',
  'signing',
  'referred',
  'unfinished',
  'registered',
  'linked',
  'ended',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const BY_STATE: Readonly<Partial<Record<RowTold['state'], Outcome>>> = {
  INVALID: 'invalid',
  REGISTERED: 'registered',
  RETURNED: 'returned',
  SIGNING: 'signing',
  DRAFT: 'signing',
  SUBMITTED: 'unfinished',
  WITHDRAWN: 'ended',
  LAPSED: 'ended',
  HANDED_OVER: 'ended',
};

/** As the batch's counts count it. */
export const outcomeOf = ({ state, linked }: Pick<RowTold, 'state' | 'linked'>): Outcome =>
  linked ? 'linked' : (BY_STATE[state] ?? 'referred');

/** How an outcome looks. */
export const OUTCOME_TONES: Readonly<Record<Outcome, string>> = {
  invalid: 'bad',
  returned: 'bad',
  signing: '',
  referred: '',
  unfinished: '',
  registered: 'good',
  linked: '',
  ended: '',
};
