import * as z from 'zod';
import { Verdict } from '../application/decision.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import type { Replay, Reviewed } from './replay.ts';

/** Ids of applications that are told for one rule. */
const MOST_IDS = 20;

/** How often a verdict would become another, or the same with other findings. */
const Changes = z.array(z.strictObject({ from: Verdict, to: Verdict, count: z.int() }));
export type Changes = z.infer<typeof Changes>;

/** What a candidate, run beside the rule set that decided, would have decided otherwise. */
export const ShadowReport = z.strictObject({
  /** automatic decisions over which it was run */
  decisions: z.int(),
  /** of these, those on which its code failed */
  failed: z.int(),
  /** decisions of which the verdict or a finding would be another */
  changes: Changes,
  /** each rule that finds otherwise, with the decisions of which that is so */
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      changes: Changes,
      /** some of the applications */
      applications: z.array(z.string()),
    }),
  ),
});
export type ShadowReport = z.infer<typeof ShadowReport>;

interface Tally {
  /** `APPROVE RETURN` → how often */
  readonly counts: Map<string, number>;
  readonly applications: Set<string>;
}

export const NOTHING_SHADOWED: ShadowReport = { decisions: 0, failed: 0, changes: [], rules: [] };

/** Counts what a candidate decides otherwise, decision by decision, on top of what was counted before. */
export function shadowing(before: ShadowReport = NOTHING_SHADOWED) {
  let { decisions, failed } = before;
  const all = tallyOf(before.changes, []);
  const rules = new Map(
    before.rules.map((it) => [it.rule, tallyOf(it.changes, it.applications)] as const),
  );
  return {
    /** @param replay the candidate's; absent where its code failed */
    add(applicationId: string, replay: Replay | undefined): void {
      decisions += 1;
      if (!replay) {
        failed += 1;
        return;
      }
      const { was, is } = replay;
      const otherwise = rulesThatDiffer(was, is);
      if (otherwise.length === 0 && was.verdict === is.verdict) return;
      const change = `${was.verdict} ${is.verdict}`;
      note(all, change, applicationId);
      for (const rule of otherwise) {
        const tally = rules.get(rule) ?? tallyOf([], []);
        rules.set(rule, tally);
        note(tally, change, applicationId);
      }
    },

    told: (): ShadowReport => ({
      decisions,
      failed,
      changes: changesOf(all),
      rules: [...rules]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([rule, tally]) => ({
          rule,
          changes: changesOf(tally),
          applications: [...tally.applications],
        })),
    }),
  };
}

const tallyOf = (changes: Changes, applications: readonly string[]): Tally => ({
  counts: new Map(changes.map(({ from, to, count }) => [`${from} ${to}`, count])),
  applications: new Set(applications),
});

function note({ counts, applications }: Tally, change: string, applicationId: string): void {
  counts.set(change, (counts.get(change) ?? 0) + 1);
  if (applications.size < MOST_IDS) applications.add(applicationId);
}

const changesOf = ({ counts }: Tally): Changes =>
  Changes.parse(
    [...counts].sort().map(([change, count]) => {
      const [from, to] = change.split(' ');
      return { from, to, count };
    }),
  );

/** A rule that is new, or is gone, differs only where it finds something. */
function rulesThatDiffer(was: Reviewed, is: Reviewed): string[] {
  const [before, after] = [findingsByRule(was), findingsByRule(is)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (rule) => before.get(rule) !== after.get(rule),
  );
}

/** What each rule says, its version aside: a new version that finds the same changes nothing. */
const findingsByRule = ({ findings }: Reviewed): Map<string, string> =>
  new Map(
    [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, its]) => [
      rule,
      its
        .map(({ version: _version, ...told }) => canonicalJson(JSON.parse(JSON.stringify(told))))
        .sort()
        .join(),
    ]),
  );
