import * as z from 'zod';

/** A moment: UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A legal date (establishment, deadline, validity): a calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const LegalDate = z.iso.date();
export type LegalDate = z.infer<typeof LegalDate>;

/** What time it is; passed in, so that no pure code reads the clock. Milliseconds since the epoch. */
export type Clock = () => number;
