import * as z from 'zod';
import { LicenceFace } from '../business-licence/credential.ts';
import { LicenceAnswer } from '../business-licence/licence-answer.ts';
import { Business } from '../register/business.ts';
import { BASES } from '../registrar/confirmation.ts';
import { PROBLEMS } from './problems.ts';

/** What the register publishes of a business. */
export const BusinessView = z.strictObject({
  ...LicenceFace.shape,
  status: Business.shape.status,
  registrarDivision: Business.shape.registrar,
  /** by confirmation of what was declared (确认), or by approval */
  basis: z.enum(BASES),
});
export type BusinessView = z.infer<typeof BusinessView>;

const { uscc, name, registrar, established, status } = BusinessView.shape;

/** What was found in the register, enough to choose from. */
export const BusinessListView = z.strictObject({
  businesses: z.array(z.strictObject({ uscc, name, registrar, established, status })),
});

export const LicenceAnswerView = z.strictObject({
  ...LicenceAnswer.shape,
  /** where the day of establishment was shown */
  basis: z.enum(BASES).optional(),
});

/** Our public keys (RFC 7517); all of them sign by ES256. */
export const KeysView = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.literal('ES256'),
      use: z.literal('sig'),
    }),
  ),
});

/** What a type of problem means, and what to do. */
export const ProblemTypeView = z.strictObject({
  slug: z.enum(Object.keys(PROBLEMS)),
  status: z.int(),
  title: z.string(),
  help: z.string(),
});

/** Every answer that is no success (RFC 9457), but for API Gateway's own. */
export const ProblemView = z.strictObject({
  /** resolves to what it means and what to do */
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** of this one answer; to be quoted to us */
  instance: z.string(),
  /** places in the request, where there are any; values are never repeated */
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});
