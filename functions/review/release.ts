import * as z from 'zod';
import { sha256 } from '../shared/digest.ts';

/**
 * A release of the rule set, as it stands in the bucket for ever: canonical JSON (RFC 8785), under the
 * SHA-256 of its bytes, by which decisions name it.
 */
export const Release = z.strictObject({
  schemaVersion: z.literal(1),
  /** e.g. 2026-11 */
  id: z.string(),
  /** legal date from which it is in force */
  from: z.string(),
  /** what each rule says of itself: what it requires, by which law, in which words it tells of a breach */
  texts: z.array(z.looseObject({ id: z.string(), version: z.int() })),
  /** rule-set-code.ts and all that it imports, as one script that leaves `release` */
  code: z.string(),
});
export type Release = z.infer<typeof Release>;

/** By which a release is named: SHA-256, 64 lower-case hexadecimal digits. */
export const ReleaseHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The folder of releases in the bucket of files. */
export const RELEASES = 'rule-sets';
export const releaseName = (hash: string): string => `${hash}.json`;
export const releaseKey = (hash: string): string => `${RELEASES}/${releaseName(hash)}`;

/** The release in a text, if that is the one named: every byte of it is under its digest. */
export async function releaseIn(text: string, hash: string): Promise<Release | undefined> {
  if ((await sha256(text)) !== hash) return undefined;
  return Release.parse(JSON.parse(text));
}

/** Names the release that is run in shadow, beside the one in force; whoever puts it there chooses it. */
export const CANDIDATE_KEY = `${RELEASES}/CANDIDATE.json`;
export const Candidate = z.strictObject({ hash: ReleaseHash });
export type Candidate = z.infer<typeof Candidate>;
