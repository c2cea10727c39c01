import * as z from 'zod';
import { RANKS } from '../registrar/favour-policy.ts';
import { LegalDate } from '../shared/calendar.ts';

/** By what a case stands in the queue, and who looks after it; see review/favour.ts. */
export const Favour = z.object({
  rank: z.enum(RANKS),
  /** whitelist entries and referrals: which, by which department, from when to when */
  because: z
    .array(
      z.object({
        ground: z.string(),
        source: z.string().exactOptional(),
        from: LegalDate,
        until: LegalDate.exactOptional(),
      }),
    )
    .readonly(),
  /** the named officer (服务专员), by his token's subject */
  officer: z.string().exactOptional(),
});
export type Favour = z.infer<typeof Favour>;
