import * as z from 'zod';
import type { Decision } from '../application/decision.ts';
import type { AttemptTask } from '../shared/ids.ts';
import type { Release } from './release.ts';
import { type Replay, type Reviews, type RunsScript, replay, reviewsOf } from './replay.ts';
import { NOTHING_SHADOWED, ShadowReport, shadowing } from './shadow.ts';

/** What was counted of a candidate so far. */
export const KeptShadow = z.strictObject({
  /** the rule set's name */
  id: z.string(),
  /** moment up to which decisions are in it */
  through: z.string(),
  /** decisions that are not in it, because too many came at once */
  leftOut: z.int(),
  report: ShadowReport,
});
export type KeptShadow = z.infer<typeof KeptShadow>;

/** A decision by the machine, by its key. */
export interface ShadowedTask extends AttemptTask {
  readonly round: number;
}

/** A decision as it is kept, and the form as it is kept with the attempt. */
export interface ToldDecision {
  readonly applicationId: string;
  readonly decision: Decision;
  readonly form: unknown;
}

/** A decision as the index of decisions shows it. */
export interface Shown {
  readonly task: AttemptTask;
  readonly at: string;
  readonly measured: {
    readonly verdict?: Decision['verdict'];
    readonly round?: number;
    /** an official's: nothing to run */
    readonly outcome?: string;
  };
}

export interface ShadowPorts {
  candidate(): Promise<{ readonly hash: string; readonly release: Release } | undefined>;
  read(hash: string): Promise<KeptShadow | undefined>;
  /** under the condition that nobody has counted since `before` */
  keep(hash: string, before: KeptShadow | undefined, now: KeptShadow): Promise<void>;
  told(tasks: readonly ShadowedTask[]): Promise<readonly ToldDecision[]>;
  readonly runs: RunsScript;
}

/** One pass over decisions in the order of the index. */
export interface ShadowRun {
  add(decisions: readonly Shown[]): Promise<void>;
  /** keeps what was counted; once, at the end */
  keep(): Promise<void>;
}

/** So many decisions are run in one pass: more would hold up whoever counts beside it. */
const MOST = 5_000;
/** Decisions are read so many at once, each with its attempt. */
const AT_ONCE = 50;

/**
 * Runs the candidate, where there is one, over what was decided since it was run last. Each decision
 * counts once however often it is shown: only those up to `settled` are counted, and that moment is kept
 * with the counts, in one write.
 *
 * @param settled until when the index shows every decision, in milliseconds since the epoch; a pass must
 *   begin no later than where the one before was settled
 */
export const shadowRun =
  (ports: ShadowPorts) =>
  async (settled: number): Promise<ShadowRun | undefined> => {
    const candidate = await ports.candidate();
    if (!candidate) return undefined;
    const { hash, release } = candidate;
    const before = await ports.read(hash);
    const through = new Date(settled).toISOString();
    const counts = shadowing(before?.report ?? NOTHING_SHADOWED);
    const reviews = ready(ports.runs, release);
    let run = 0;
    let leftOut = before?.leftOut ?? 0;
    return {
      async add(decisions) {
        const tasks = decisions.filter((it) => isNew(it, before, through)).map(taskOf);
        const taken = tasks.slice(0, Math.max(0, MOST - run));
        run += taken.length;
        leftOut += tasks.length - taken.length;
        for (let at = 0; at < taken.length; at += AT_ONCE) {
          for (const it of await ports.told(taken.slice(at, at + AT_ONCE)))
            counts.add(it.applicationId, replayIfItRuns(reviews, it));
        }
      },
      async keep() {
        if (before && through <= before.through) return;
        await ports.keep(hash, before, { id: release.id, through, leftOut, report: counts.told() });
      },
    };
  };

const isNew = ({ at, measured }: Shown, before: KeptShadow | undefined, through: string) =>
  measured.outcome === undefined &&
  measured.verdict !== undefined &&
  at <= through &&
  (before === undefined || at > before.through);

const taskOf = ({ task, measured }: Shown): ShadowedTask => ({
  ...task,
  round: measured.round ?? 1,
});

function ready(runs: RunsScript, release: Release): Reviews {
  try {
    return reviewsOf(runs, release);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** A candidate that fails decides nothing: that is counted, and holds up nobody. */
export function replayIfItRuns(
  reviews: Reviews,
  { decision, form }: ToldDecision,
): Replay | undefined {
  try {
    return replay(reviews, decision, form);
  } catch {
    return undefined;
  }
}
