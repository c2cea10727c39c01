import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { CheckedRules, rulesAsText, rulesFromText } from './checked-rules.ts';
import { Holdings } from './holds.ts';
import { Measured, VERDICTS } from './measured.ts';

/** One finding as kept: rule, place and what was found. Texts are rendered at reading. */
const Finding = z.object({
  rule: z.string(),
  version: z.int(),
  pointer: z.string(),
  says: z.string(),
  found: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  consequence: z.enum(['RETURN', 'REFER', 'PROPOSE_REFUSAL', 'WARN']),
});

/** Of the first decisions, which kept it as a JSON text of its own. */
const text = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(parsed, schema);

function parsed(kept: unknown): unknown {
  return typeof kept === 'string' ? JSON.parse(kept) : kept;
}

export const Verdict = z.enum(VERDICTS);
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
  rules: z.preprocess(
    (kept) =>
      typeof kept !== 'string' || kept.startsWith('[') ? parsed(kept) : rulesFromText(kept),
    CheckedRules,
  ),
  ruleSet: z.object({ id: z.string(), hash: z.string() }),
  /** as gathered, but for the form as sent; the shape belongs to the rule set named */
  facts: text(z.unknown()),
  /** APPROVE: what was held then, so that the registration that follows need not read it again; its conditions tell if that has changed */
  held: text(Holdings).exactOptional(),
  /** what it is counted by; kept with it since that is measured */
  measured: Measured.exactOptional(),
});
export type Decision = z.infer<typeof Decision>;

/** The form is the attempt's own, which is stored beside its decisions. */
const withoutForm = (facts: unknown) => {
  const { form: _sent, ...gathered } = z.looseObject({}).parse(facts);
  return gathered;
};

/** A decision as it is stored: what it says, and what explains it, which is only read whole. */
export const keptDecision = ({ findings, rules, facts, held, ...decision }: Decision) => ({
  decision,
  because: {
    findings,
    rules: rulesAsText(rules),
    facts: withoutForm(facts),
    ...(held && { held }),
  },
});

const PART = /^#DECISION#/;
export const decisionPart = (round: number): string => `#DECISION#${round}`;

/** The decisions of an attempt's stored parts, the latest round last. */
export const decisionsIn = (parts: ReadonlyMap<string, unknown>): Decision[] =>
  [...parts]
    .filter(([part]) => PART.test(part))
    .map(([, item]) => Decision.parse(item))
    .sort((a, b) => a.round - b.round);
