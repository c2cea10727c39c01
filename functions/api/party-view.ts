import * as z from 'zod';
import type { Party } from '../party/parties.ts';
import { type Signer, SigningKind } from '../party/signers.ts';

export const SignerView = z.strictObject({
  /** key into the form's `people` */
  person: z.string(),
  signs: z.array(SigningKind).readonly(),
}) satisfies z.ZodType<Signer>;

/** A person, or a corporate shareholder by its index in `shareholders`, or a host by its id. */
export const PartyView = z.union([
  SignerView,
  z.strictObject({ company: z.int(), signs: z.tuple([z.literal('CHARTER')]).readonly() }),
  z.strictObject({ host: z.string(), signs: z.tuple([z.literal('CUSTODY')]).readonly() }),
]) satisfies z.ZodType<Party>;
