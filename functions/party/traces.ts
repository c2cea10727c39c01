import type { ApplicationForm } from '../application/form.ts';
import { personOf } from '../application/form-places.ts';
import { asTyped, keyedHash, type PersonKey } from './person-hash.ts';

/** Traces are counted by periods of so many days. */
const PERIOD_DAYS = 30;

/** Number of the period in which a moment lies. What was seen lately is what this one and the one before have: 30 to 60 days. */
export const periodOf = (moment: string): number =>
  Math.floor(Date.parse(moment) / (PERIOD_DAYS * 86_400_000));

/** Characters of a hash that are kept: 132 bits. */
const KEPT = 22;

/** Who is answerable for the business: legal representative, owner or operator; a key into `people`. */
export const headOf = ({ roles = {} }: ApplicationForm): string | undefined =>
  roles.legalRepresentative ?? roles.owner ?? roles.operator;

export const telephone = (typed: string): string =>
  asTyped(typed)
    .replaceAll(/\D/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '');

/** An address without what every address here begins with. */
export const place = (typed: string): string =>
  asTyped(typed)
    .replaceAll(/\s/g, '')
    .replace(/^广东省?/, '')
    .replace(/^广州市?/, '');

/** What people type under a name, as a keyed hash. */
const traceHash = async (key: PersonKey, of: string, text: string): Promise<string> =>
  (await keyedHash(key, [of, text])).slice(0, KEPT);

/** An address as it is compared with others, and found on lists. */
export const addressHash = (key: PersonKey, typed: string): Promise<string> =>
  traceHash(key, 'address', place(typed));

/**
 * By what an application is compared with others: JSON Pointer → keyed hash of the telephone numbers
 * and e-mail addresses of head and liaison, and of the address of own premises. However they are
 * typed, the same have the same hash.
 */
export async function tracesOf(
  key: PersonKey,
  form: ApplicationForm,
): Promise<Readonly<Record<string, string>>> {
  const { kind, address } = form.premises ?? {};
  const people = [...new Set([headOf(form), form.roles?.liaison])];
  const texts = [
    ...people.flatMap((at) => {
      const { phone, email } = personOf(form, at) ?? {};
      return [
        [`/people/${at}/phone`, 'phone', telephone(phone ?? '')] as const,
        [`/people/${at}/email`, 'email', asTyped(email ?? '')] as const,
      ];
    }),
    ...(kind === 'OWN' || kind === 'HOME'
      ? [['/premises/address', 'address', place(address ?? '')] as const]
      : []),
  ];
  const hashed = texts
    .filter(([, , text]) => text !== '')
    .map(async ([pointer, of, text]) => [pointer, await traceHash(key, of, text)] as const);
  return Object.fromEntries(await Promise.all(hashed));
}
