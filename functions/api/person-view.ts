import * as z from 'zod';
import { Application } from '../application/application.ts';
import { deniedBy, keysOf } from '../application/denial.ts';
import { type NamedIn, partsOf } from '../party/person-index.ts';
import { Business } from '../register/business.ts';
import { Inquiry } from '../register/inquiry.ts';
import { Instant } from '../shared/calendar.ts';

const { id, state, createdAt, updatedAt, submittedAt } = Application.shape;

const InquiryTold = z.strictObject(
  Inquiry.pick({ id: true, state: true, openedAt: true, due: true }).shape,
);

/** An application as a person sees it whom it names: what it is and what she is in it, of others nothing. */
export const NamingView = z.strictObject({
  id,
  state,
  createdAt,
  updatedAt,
  submittedAt,
  type: z.string().optional(),
  name: z.string().optional(),
  registrar: z.string().optional(),
  /** what she is in it, as the members of the form are called, e.g. `legalRepresentative`, `shareholders` */
  parts: z.array(z.string()),
  /** who sent it */
  sentBy: z.enum(['APPLICANT', 'AGENT']),
  /** whether she has denied it */
  denied: z.boolean(),
  /** REGISTERED: the business that it became */
  business: z.strictObject(Business.pick({ uscc: true, status: true }).shape).optional(),
  /** the inquiry into that business which her denial opened */
  inquiry: InquiryTold.optional(),
});
export type NamingView = z.infer<typeof NamingView>;

export const NamingsView = z.strictObject({
  namings: z.array(NamingView),
  next: z.string().optional(),
});

export const DenialView = z.discriminatedUnion('outcome', [
  /** nothing registers it any more without an official who has seen the denial */
  z.strictObject({
    outcome: z.literal('STOPPED'),
    state,
    /** when she denied it first */
    at: Instant.optional(),
  }),
  z.strictObject({ outcome: z.literal('INQUIRY'), inquiry: InquiryTold }),
]);
export type DenialView = z.infer<typeof DenialView>;

export const inquiryTold = ({ id, state, openedAt, due }: Inquiry) => ({
  id,
  state,
  openedAt,
  due,
});

/** @param person keyed hash of who asks */
export function namingView(
  { application, sent }: NamedIn,
  person: string,
  business?: Business,
  inquiry?: Inquiry,
): NamingView {
  const { id, state, createdAt, updatedAt, submittedAt, registrar, row } = application;
  const { type, name, mandate } = sent.form;
  const keys = keysOf(sent, person);
  return {
    id,
    state,
    createdAt,
    updatedAt,
    submittedAt,
    ...(type !== undefined && { type }),
    ...(name !== undefined && { name }),
    ...(registrar !== undefined && { registrar }),
    parts: partsOf(sent.form, keys),
    sentBy: row || mandate ? 'AGENT' : 'APPLICANT',
    denied: inquiry !== undefined || keys.some((key) => deniedBy(application, sent).includes(key)),
    ...(business && { business: { uscc: business.uscc, status: business.status } }),
    ...(inquiry && { inquiry: inquiryTold(inquiry) }),
  };
}
