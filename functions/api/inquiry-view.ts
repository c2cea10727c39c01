import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import { LicenceFace } from '../business-licence/credential.ts';
import { identityActsIn } from '../party/identity-act.ts';
import { partsOf } from '../party/person-index.ts';
import { assertionsOf, claimedBy, isNamedBy } from '../party/signers.ts';
import { Business } from '../register/business.ts';
import { Inquiry } from '../register/inquiry.ts';

const { schemaVersion: _schema, assertion: _proof, person: _key, ...told } = Inquiry.shape;

export const InquiryView = z.strictObject({
  ...told,
  acts: z.array(z.strictObject(Inquiry.shape.acts.element.shape)),
  /** who denies: as the form has her, what she is in it, and whether a signature in her name was given, to the provider or an official */
  person: z
    .strictObject({
      key: z.string(),
      entry: ApplicationForm.shape.people.unwrap().valueType.optional(),
      parts: z.array(z.string()),
      signed: z.boolean(),
    })
    .optional(),
  business: z.strictObject({
    status: Business.shape.status,
    face: z.strictObject(LicenceFace.shape),
  }),
});
export type InquiryView = z.infer<typeof InquiryView>;

/** An inquiry as an official reads it. */
export function inquiryView(
  { schemaVersion: _schema, assertion: _proof, person: key, ...inquiry }: Inquiry,
  { status, face }: Business,
  record: ApplicationRecord,
): InquiryView {
  return {
    ...inquiry,
    ...(key !== undefined && { person: whoDenies(key, record) }),
    business: { status, face },
  };
}

function whoDenies(
  key: string,
  { sent: { form, signatures }, parts }: ApplicationRecord,
): NonNullable<InquiryView['person']> {
  const entry = personOf(form, key);
  const signed = assertionsOf(signatures).some((assertion) => {
    const claimed = claimedBy(assertion);
    return claimed !== undefined && isNamedBy(form, key, claimed.person);
  });
  const acted = identityActsIn(parts).some(({ person }) => person === key);
  return {
    key,
    ...(entry && { entry }),
    parts: partsOf(form, [key]),
    signed: signed || acted,
  };
}
