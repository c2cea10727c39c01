import * as z from 'zod';
import { Decision } from '../application/decision.ts';
import type { Sections } from './defence-file.ts';

const FoundIdentity = z.looseObject({
  person: z.string().optional(),
  outcome: z.string(),
  verifiedAt: z.string().optional(),
  act: z.string().optional(),
});
export type FoundIdentity = z.infer<typeof FoundIdentity>;

/** Of a decision by the machine, what its verification looks at. */
const Ruled = z.looseObject({
  attempt: z.int(),
  decidedAt: z.string(),
  ...Decision.pick({ verdict: true, insteadOfReturn: true, findings: true }).shape,
  ...Decision.pick({ rules: true, ruleSet: true }).shape,
  facts: z.looseObject({
    identities: z.array(FoundIdentity).default([]),
  }),
});
export const ruledIn = ({ decisions }: Pick<Sections, 'decisions'>) =>
  z.array(Ruled).parse(decisions);
