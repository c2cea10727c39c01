import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';

/** A host (托管机构) whose address many businesses register at; 南沙 集群注册. */
export const Host = z.object({
  schemaVersion: z.literal(1),
  /** e.g. H-0001 */
  id: z.string().regex(/^H-\d{4}$/),
  name: z.string(),
  uscc: z.string(),
  /** the registrar in whose district the address is */
  registrar: z.string(),
  /** the address approved for custody, to the room; the place number is added to it */
  address: z.string(),
  /** places are numbered 1 … capacity */
  places: z.int().min(1).max(100_000),
  status: z.enum(['ACTIVE', 'SUSPENDED', 'QUITTING', 'CLOSED']),
  validUntil: LegalDate,
  /** credit-risk class (信用风险分类) and the abnormal list (经营异常名录) */
  creditClass: z.enum(['A', 'B', 'C', 'D']),
  abnormal: z.boolean(),
  /** it signs each custody agreement itself; else its standing consent is on file, and the place that it gives is its consent */
  custodyBySignature: z.boolean().optional(),
  /** token subject of who acts for it; without one, nobody does here */
  account: z.string().optional(),
});
export type Host = z.infer<typeof Host>;

/** A host as somebody who looks for an address reads it. */
export interface OfferedHost extends Pick<Host, 'id' | 'name' | 'address'> {
  /** about how many places nobody holds: a moment old, and nobody's until it is held */
  readonly free: number;
}

/** The item that says which place a tenant holds: one for each application at a host. */
export const Tenant = z.object({
  place: z.int().min(1),
  holder: z.string(),
  uscc: z.string().optional(),
});
export type Tenant = z.infer<typeof Tenant>;
