import * as z from 'zod';
import { RANKS } from '../registrar/favour-policy.ts';
import { Instant } from '../shared/calendar.ts';
import { shardOf } from './application-indexes.ts';

/** What the automatic review may come to. */
export const VERDICTS = ['APPROVE', 'RETURN', 'REFER'] as const;

/** What an official's decision may come to. */
export const OUTCOMES = ['REGISTER', 'RETURN', 'REFUSE', 'HAND_OVER'] as const;

/**
 * What an index shows of one decision, so that decisions can be counted without reading them: of the
 * machine's as it is kept, of an official's as it takes effect (then with what the machine had
 * proposed). Codes and moments, nothing of a person.
 */
export const Measured = z.object({
  /** division of the registrar that decides; `000000` where there is none */
  registrar: z.string(),
  /** a bundle that exists, `OTHER`, or `NONE` where none was chosen */
  bundle: z.string(),
  lane: z.enum(['SINGLE', 'BATCH']),
  source: z.enum(['SELF', 'AGENT']),
  /** when it came into being, and when this attempt was submitted */
  takenInAt: Instant,
  submittedAt: Instant,
  /** the machine's last verdict; absent where it never came to one */
  verdict: z.enum(VERDICTS).exactOptional(),
  /** 2: the approval before it was lost in the race, and counts no more */
  round: z.int().exactOptional(),
  /** rules that were breached, each once: `NM-05@2 RETURN`; see `hitsOf` */
  hits: z.array(z.string()).exactOptional(),
  /** hash of the rule set */
  ruleSet: z.string().exactOptional(),
  /** in whose favour, or to whose charge, a case of its kind stands in the queue; absent = ordinary */
  rank: z.enum(RANKS).exactOptional(),
  /** by what its share of second readings is multiplied (absent = 1), and the agent's class, by which that share is chosen */
  sampling: z.number().exactOptional(),
  agentClass: z.string().exactOptional(),
  /** a person decided so, and when it took effect */
  outcome: z.enum(OUTCOMES).exactOptional(),
  effectiveAt: Instant.exactOptional(),
  /** his was a second reading of what the machine had approved */
  sample: z.literal(true).exactOptional(),
});
export type Measured = z.infer<typeof Measured>;

/** An hour's decisions are spread, so that no batch makes one key of the index hot. */
export const DECIDED_SHARDS = 8;

/** @param hour UTC, `2026-11-23T04` */
export const decidedKey = (hour: string, shard: number): string => `DECIDED#${hour}#${shard}`;

/** Where a decision stands in the index: by the hour in which it was made or took effect, and in it by the moment. */
export const decidedAttributes = (applicationId: string, at: string, measured: Measured) => ({
  decided: decidedKey(at.slice(0, 'YYYY-MM-DDTHH'.length), shardOf(applicationId, DECIDED_SHARDS)),
  decidedPlace: `${at}#${applicationId}`,
  measured,
});

interface Hit {
  readonly rule: string;
  readonly version: number;
  readonly says: string;
  readonly consequence: string;
}

/** Where the rule did not judge: switched off by officials, or broken. */
const NOT_JUDGED: readonly string[] = ['SWITCHED_OFF', 'DEFECT'];

/** Each rule that judged something wrong, with its version and consequence, once. */
export const hitsOf = (findings: readonly Hit[]): string[] => [
  ...new Set(
    findings
      .filter(({ says }) => !NOT_JUDGED.includes(says))
      .map(({ rule, version, consequence }) => `${rule}@${version} ${consequence}`),
  ),
];
