import * as z from 'zod';

export const ApplicationState = z.enum([
  'DRAFT',
  'SIGNING',
  'SUBMITTED',
  'REGISTERED',
  'RETURNED',
  'REFERRED',
  'REFUSED',
  'WITHDRAWN',
  'LAPSED',
  'HANDED_OVER',
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** What may become what. A state without successors is an end. */
export const LIFECYCLE = {
  DRAFT: ['SIGNING', 'WITHDRAWN', 'LAPSED'],
  SIGNING: ['SUBMITTED', 'DRAFT', 'WITHDRAWN', 'LAPSED'],
  SUBMITTED: ['REGISTERED', 'RETURNED', 'REFERRED', 'HANDED_OVER', 'WITHDRAWN'],
  RETURNED: ['DRAFT', 'REFERRED', 'WITHDRAWN', 'LAPSED'],
  REFERRED: ['REGISTERED', 'RETURNED', 'REFUSED', 'HANDED_OVER', 'WITHDRAWN'],
  REGISTERED: [],
  REFUSED: [],
  WITHDRAWN: [],
  LAPSED: [],
  HANDED_OVER: [],
} as const satisfies Record<ApplicationState, readonly ApplicationState[]>;

export const mayBecome = (from: ApplicationState, to: ApplicationState): boolean =>
  (LIFECYCLE[from] as readonly ApplicationState[]).includes(to);
