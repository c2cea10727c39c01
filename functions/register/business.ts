import * as z from 'zod';
import { LicenceFace } from '../business-licence/credential.ts';
import { Instant } from '../shared/calendar.ts';
import { ApplicationId, Attempt } from '../shared/ids.ts';
import { DueCheck } from './post-check.ts';

/** An annulment (撤销设立登记): proposed by one official, confirmed by another. */
export const Annulment = z.object({
  at: Instant,
  proposedBy: z.string(),
  confirmedBy: z.string(),
  reason: z.string(),
  /** the inquiry that led to it */
  inquiry: z.string(),
});
export type Annulment = z.infer<typeof Annulment>;

/** A registered business (经营主体), as the register holds it. */
export const Business = z.object({
  schemaVersion: z.literal(1),
  uscc: z.string(),
  status: z.enum(['REGISTERED', 'ANNULLED']),
  annulment: Annulment.exactOptional(),
  /** division of the registrar */
  registrar: z.string(),
  /** the code's number within its division, which is the licence's status index too */
  serial: z.int().min(0),
  face: LicenceFace,
  applicationId: ApplicationId,
  attempt: Attempt,
  /** the check after the event that is before it, where one is */
  postCheck: DueCheck.exactOptional(),
});
export type Business = z.infer<typeof Business>;
