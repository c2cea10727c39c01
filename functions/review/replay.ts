import * as z from 'zod';
import type { Decision } from '../application/decision.ts';
import { canonicalJson, type Json } from '../shared/canonical-json.ts';
import type { Release } from './release.ts';

/** Reviews facts; both as JSON. */
export type Reviews = (facts: string) => string;

/** Makes a function of a script and an expression over its globals and `argument`; see runtime/script.ts. */
export type RunsScript = (code: string, call: string) => (argument: string) => string;

/** A release's `review`, ready to run. */
export const reviewsOf = (runs: RunsScript, { code }: Pick<Release, 'code'>): Reviews =>
  runs(code, 'release.review(argument)');

/** What is compared: everything that a review gives. */
const PARTS = ['verdict', 'findings', 'rules'] as const;
export type ReviewPart = (typeof PARTS)[number];

const Reviewed = z.object({
  verdict: z.enum(['APPROVE', 'RETURN', 'REFER']),
  findings: z.array(
    z.looseObject({ rule: z.string(), consequence: z.string(), pointer: z.string() }),
  ),
  rules: z.array(z.looseObject({ id: z.string(), result: z.string() })),
});
export type Reviewed = z.infer<typeof Reviewed>;

/** Of a decision by the machine, what replaying needs. */
export type Replayable = Pick<
  Decision,
  'verdict' | 'insteadOfReturn' | 'findings' | 'rules' | 'facts'
>;

export interface Replay {
  /** the parts that come out otherwise; empty = identical byte for byte */
  readonly differs: readonly ReviewPart[];
  readonly was: Reviewed;
  readonly is: Reviewed;
}

/**
 * Runs a rule set once more over what a decision knew, and compares in canonical JSON what comes out
 * with what was decided.
 *
 * @param form as it is kept with the attempt
 * @throws what the release's code throws
 */
export function replay(reviews: Reviews, decision: Replayable, form: unknown): Replay {
  const was = reviewOf(decision);
  const is = Reviewed.parse(JSON.parse(reviews(factsAgain(decision, form))));
  const differs = PARTS.filter((part) => bytes(was[part]) !== bytes(is[part]));
  return { differs, was, is };
}

/** The review itself: that it was a third return, which a person weighs, was found after it. */
const reviewOf = ({ verdict, insteadOfReturn, findings, rules }: Replayable): Reviewed => ({
  verdict: insteadOfReturn === undefined ? verdict : 'RETURN',
  findings: [...findings],
  rules: [...rules],
});

/** The facts with the form put back, without its licence tokens; canonical JSON. */
export function factsAgain({ facts }: Pick<Replayable, 'facts'>, form: unknown): string {
  return bytes({ ...z.looseObject({}).parse(facts), form: WithoutTokens.parse(form) });
}

const WithoutTokens = z.looseObject({
  shareholders: z
    .array(
      z.looseObject({
        company: z
          .looseObject({ licence: z.unknown().optional() })
          .transform(({ licence: _token, ...company }) => company)
          .optional(),
      }),
    )
    .optional(),
});

/** As JSON has it, in its canonical form. */
const bytes = (value: unknown): string => {
  const json: Json = JSON.parse(JSON.stringify(value));
  return canonicalJson(json);
};
