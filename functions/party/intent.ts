import type { ApplicationForm } from '../application/form.ts';
import { industryOf, nameKey, parseName } from '../name/trade-name.ts';
import { asTyped, keyedHash, type PersonKey } from './person-hash.ts';

/** Two words of an industry that begin alike are the same business to its client. */
const INDUSTRY_DIGITS = 2;

/**
 * Who wants which business, as a keyed hash: the client (by the document of the legal representative,
 * owner or operator) and the business intended: at one registrar one 字号 in one industry, or without
 * a name one type at one address, however much of the city it begins with. However the rest of a form differs, the same client's same
 * intention has the same intent.
 *
 * @returns undefined where the form does not say enough
 */
export async function intentOf(key: PersonKey, form: ApplicationForm): Promise<string | undefined> {
  const client = clientOf(form);
  const business = businessOf(form);
  if (!client || !business || !form.registrar) return undefined;
  return keyedHash(key, ['intent', ...client, asTyped(form.registrar), ...business]);
}

function clientOf({ people, roles }: ApplicationForm): readonly string[] | undefined {
  const head = roles?.legalRepresentative ?? roles?.owner ?? roles?.operator;
  const { kind, number } = (head && people?.[head]?.document) || {};
  return kind && number ? [asTyped(kind), asTyped(number)] : undefined;
}

function businessOf({ name, type, premises }: ApplicationForm): readonly string[] | undefined {
  const parsed = name ? parseName(name) : undefined;
  if (parsed?.key) return ['name', parsed.key, industryOf(parsed, INDUSTRY_DIGITS)];
  if (name?.trim()) return ['name', nameKey(name)];
  // at a host's, the host: which place is given there is no intention of the client
  const where = premises?.address ? withoutCity(nameKey(premises.address)) : premises?.host;
  return type && where ? ['address', asTyped(type), asTyped(where)] : undefined;
}

/** An address is given from the province, the city or the district on. */
const withoutCity = (address: string): string =>
  address.replace(/^广东省?/, '').replace(/^广州市?/, '');
