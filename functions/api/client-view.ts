import * as z from 'zod';
import { Application } from '../application/application.ts';
import type { IntentClaim } from '../application/intent-claim.ts';
import { mandateIdOf } from '../party/mandate.ts';
import type { NamedIn } from '../party/person-index.ts';

const { state, version, createdAt, mandateEnded, uscc } = Application.shape;

/** A mandate as its client sees it: to whom, for what, how long, and where the application stands. */
export const MandateView = z.strictObject({
  /** `ma_…` */
  id: z.string(),
  /** as the mandate names the agent */
  agent: z.string().optional(),
  /** what the agent may do, e.g. ESTABLISHMENT */
  acts: z.array(z.string()),
  from: z.string().optional(),
  until: z.string().optional(),
  /** whether the agent may correct what is returned */
  corrections: z.boolean().optional(),
  /** the business intended */
  business: z.strictObject({
    type: z.string().optional(),
    name: z.string().optional(),
    registrar: z.string().optional(),
    address: z.string().optional(),
  }),
  /** of the application that was sent under it */
  state,
  version,
  createdAt,
  uscc,
  /** when she ended it */
  ended: mandateEnded,
  /** another application for the same is under way: she chooses one */
  competes: z.boolean(),
});
export type MandateView = z.infer<typeof MandateView>;

export const MandatesView = z.strictObject({
  mandates: z.array(MandateView),
  next: z.string().optional(),
});

export function mandateView(
  { application, sent }: NamedIn,
  claim: IntentClaim | undefined,
): MandateView {
  const { id, state, version, createdAt, uscc, mandateEnded } = application;
  const { mandate = {}, type, name, registrar, premises } = sent.form;
  const { agent, acts = [], from, until, corrections } = mandate;
  return {
    id: mandateIdOf(id),
    agent,
    acts,
    from,
    until,
    corrections,
    business: { type, name, registrar, address: premises?.address },
    state,
    version,
    createdAt,
    uscc,
    ended: mandateEnded,
    competes: competesIn(claim, id),
  };
}

const competesIn = (claim: IntentClaim | undefined, id: string): boolean =>
  claim !== undefined &&
  (claim.holder === id ? claim.rivals.length > 0 : claim.rivals.includes(id));
