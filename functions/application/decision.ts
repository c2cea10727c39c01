import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { Holdings } from './holds.ts';

/** One finding as kept: rule, place and what was found. Texts are rendered at reading. */
const Finding = z.object({
  rule: z.string(),
  version: z.int(),
  pointer: z.string(),
  says: z.string(),
  found: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  consequence: z.enum(['RETURN', 'REFER', 'PROPOSE_REFUSAL', 'WARN']),
});

/** Kept as one JSON text: nothing inside is ever asked of the database, and an item of hundreds of members costs several times as much to write and to read. */
const text = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((kept) => (typeof kept === 'string' ? JSON.parse(kept) : kept), schema);

export const Verdict = z.enum(['APPROVE', 'RETURN', 'REFER']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * One automatic decision, put if absent per attempt and round: later runners follow the one that is
 * there. It carries all that explains it and no texts: facts, rules with their results, the digest
 * of the rule set.
 */
export const Decision = z.object({
  schemaVersion: z.literal(1),
  round: z.int().min(1).max(2),
  decidedAt: Instant,
  verdict: Verdict,
  /** REFER in the place of a third return by the machine alone (个人信息保护法 art. 24) */
  insteadOfReturn: z.literal('TWO_RETURNS').optional(),
  findings: z.array(Finding),
  rules: text(
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        result: z.enum(['MET', 'NOT_APPLICABLE', 'BREACHED']),
      }),
    ),
  ),
  ruleSet: z.object({ id: z.string(), hash: z.string() }),
  /** as gathered, but for the form as sent; the shape belongs to the rule set named */
  facts: text(z.unknown()),
  /** APPROVE: what was held then, so that the registration that follows need not read it again; its conditions tell if that has changed */
  held: text(Holdings).exactOptional(),
});
export type Decision = z.infer<typeof Decision>;

/** The form is the attempt's own, which is stored beside its decisions. */
const withoutForm = (facts: unknown) => {
  const { form: _sent, ...gathered } = z.looseObject({}).parse(facts);
  return gathered;
};

/** A decision as it is stored. */
export const keptDecision = (decision: Decision) => ({
  ...decision,
  rules: JSON.stringify(decision.rules),
  facts: JSON.stringify(withoutForm(decision.facts)),
  ...(decision.held && { held: JSON.stringify(decision.held) }),
});

const PART = /^#DECISION#/;
export const decisionPart = (round: number): string => `#DECISION#${round}`;

/** The decisions of an attempt's stored parts, the latest round last. */
export const decisionsIn = (parts: ReadonlyMap<string, unknown>): Decision[] =>
  [...parts]
    .filter(([part]) => PART.test(part))
    .map(([, item]) => Decision.parse(item))
    .sort((a, b) => a.round - b.round);
