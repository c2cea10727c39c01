import * as z from 'zod';
import { BUSINESS_TYPES } from '../registrar/registrars.ts';
import { LegalDate } from '../shared/calendar.ts';

/** First and last day in force; without a last one, until further notice. */
export const dated = { from: LegalDate, until: LegalDate.default('9999-12-31') };

/** One version of a bundle of related items (常用关联性经营项目打包). */
export const Bundle = z.strictObject({
  id: z.string().regex(/^B\d{2}$/),
  version: z.string().regex(/^[\w.-]{1,20}$/),
  name: z.string().min(1).max(100),
  types: z.array(z.enum(BUSINESS_TYPES)),
  /** made for own premises only, never on a host's address */
  ownPremises: z.boolean(),
  /** wordings that choosing the bundle chooses */
  core: z.array(z.string()),
  /** wordings offered beside it: licensed, for filing, or bound to premises */
  options: z.array(z.string()),
  ...dated,
});
export type Bundle = z.infer<typeof Bundle>;

/** How a bundle is found by its id on a day. */
export type BundleOn = (id: string, on: LegalDate) => Bundle | undefined;
