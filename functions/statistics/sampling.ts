import type { Measured } from '../application/measured.ts';
import { rereadShare } from '../party/due-diligence.ts';
import { keyedHash, type PersonKey } from '../party/person-hash.ts';
import { reviewQualityOn } from '../registrar/review-quality.ts';
import { legalDateOf } from '../shared/days.ts';
import { type AttemptTask, caseIdOf } from '../shared/ids.ts';

/** Names the key of the draw; another number is another key. */
export const DRAW_LABEL = 'market-entry second readings 1';

/** 0 to 1: how likely an automatic approval is read again (双随机抽查; domain.md, RC-03): by the agent's class, else one share for all; favour and credit change it. */
export function shareOf({ source, agentClass, sampling = 1, submittedAt }: Measured): number {
  const on = legalDateOf(submittedAt);
  const share = source === 'AGENT' ? rereadShare(agentClass, on) : reviewQualityOn(on).share;
  return Math.min(1, share * sampling);
}

/** 2^48: as many whole numbers as six bytes have. */
const OUTCOMES = 2 ** 48;

/**
 * Whether an approval is drawn, with this likelihood: always the same answer for the same attempt and
 * release, and nobody knows it without the key, so that no applicant can try until he is not drawn.
 */
export async function isDrawn(
  key: PersonKey,
  task: AttemptTask,
  ruleSet: string,
  share: number,
): Promise<boolean> {
  const drawn = Buffer.from(await keyedHash(key, [caseIdOf(task), ruleSet]), 'base64url');
  return drawn.readUIntBE(0, 6) < share * OUTCOMES;
}
