import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId, Attempt } from '../shared/ids.ts';
import type { Business } from './business.ts';
import type { Involved } from './stop.ts';

/** Keys of the index for each registrar, so that no batch makes one of them hot. */
export const ISSUED_SHARDS = 4;

export const issuedKey = (registrar: string, shard: number): string =>
  `ISSUED#${registrar}#${shard}`;

/** What the item of a business carries beside it, so that what was issued since a moment can be listed. */
export const issuedAttributes = (
  { registrar, serial }: Pick<Business, 'registrar' | 'serial'>,
  { agents, hosts, regions }: Involved,
  at: string,
) => ({
  issued: issuedKey(registrar, serial % ISSUED_SHARDS),
  issuedAt: at,
  involved: { agents, hosts, regions },
});

/** One licence issued: where to look, and nothing of a person. */
export const Issued = z.object({
  uscc: z.string(),
  applicationId: ApplicationId,
  attempt: Attempt,
  registrar: z.string(),
  issuedAt: Instant,
});
export type Issued = z.infer<typeof Issued>;

/** Where a page begins: behind this licence, in this key of the index. */
export interface IssuedPlace {
  readonly registrar: string;
  readonly shard: number;
  /** absent = at the beginning of that key */
  readonly last?: Pick<Issued, 'uscc' | 'issuedAt'>;
}

export interface IssuedPage {
  readonly issued: readonly Issued[];
  readonly next?: IssuedPlace;
}
