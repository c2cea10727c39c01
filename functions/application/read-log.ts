import * as z from 'zod';
import { Instant } from '../shared/calendar.ts';

/** One reading of an applicant's data by an official: who received what, and when (个人信息保护法 art. 45, 54). */
export const Reading = z.object({
  schemaVersion: z.literal(1),
  at: Instant,
  /** the token subject */
  by: z.string(),
  /** division of the registrar for which he read; absent where it was not kept yet */
  registrar: z.string().exactOptional(),
  what: z.enum(['CASE', 'DEFENCE_FILE', 'INQUIRY', 'IDENTITY']),
});
export type Reading = z.infer<typeof Reading>;

/** Tells, before the answer goes out, that it was read. What could not be told is not answered. */
export type ReadLog = (
  applicationId: string,
  reading: Omit<Reading, 'schemaVersion'>,
) => Promise<void>;
