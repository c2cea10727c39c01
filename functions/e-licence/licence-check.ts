import * as z from 'zod';

/** What is kept of one e-licence that a corporate shareholder showed. Holder data only as far as a rule needs it. */
export const LicenceCheck = z.object({
  /** index in `form.shareholders` */
  shareholder: z.int().min(0),
  outcome: z.enum([
    /** signature, issuer, dates and state hold */
    'VALID',
    /** not a licence that can be read, wrong signature, wrong type, outside its dates */
    'INVALID',
    /** revoked or suspended in the issuer's status list */
    'NOT_IN_FORCE',
    /** the region is not in the trust list, or not for this type of licence */
    'NOT_RECOGNISED',
    /** the issuer did not answer in time */
    'SILENT',
    /** no licence was shown */
    'NOT_SHOWN',
  ]),
  /** why, in a word from a closed list, where the outcome alone does not say */
  reason: z.string().max(60).optional(),
  /** division of the issuing region, e.g. 43 湖南 */
  region: z.string().max(6).optional(),
  holderName: z.string().max(200).optional(),
  holderUscc: z.string().max(18).optional(),
  /** 电子证照标识, where the licence carries one; see shared/licence-identifier.ts */
  identifier: z.string().max(120).optional(),
  /**
   * whether its holder signed this application with the licence's own key: SIGNED; nothing; or another
   * document. Absent for a licence that has no key of its holder's: showing it is all that it can do.
   */
  signed: z.enum(['SIGNED', 'NOT_SIGNED', 'OTHER_DOCUMENT']).optional(),
  /** for what it was read, by whose consent, and what it showed that nobody asked for, by the claims' names; see licence-use.ts */
  use: z
    .object({
      /** whether the corporate shareholder named is who it says, and takes part */
      purpose: z.literal('SHAREHOLDER'),
      /** SIGNED with the licence's key; SHOWN, where it has none; NONE, where its key signed nothing of this */
      consent: z.enum(['SIGNED', 'SHOWN', 'NONE']),
      beyond: z.array(z.string().max(60)).max(10).exactOptional(),
    })
    .optional(),
  /** when the issuer's status list was read */
  statusAt: z.string().optional(),
});
export type LicenceCheck = z.infer<typeof LicenceCheck>;
