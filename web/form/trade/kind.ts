import type { ApplicationForm } from '#functions/application/form.ts';
import type { BusinessType } from '#functions/registrar/registrars.ts';

/** In the order of what most who come here need. */
export const KINDS = [
  'INDIVIDUAL_BUSINESS',
  'LIMITED_COMPANY',
  'SOLE_PROPRIETORSHIP',
] as const satisfies readonly BusinessType[];

export const OPERATIONS = ['PERSONAL', 'FAMILY'] as const;

/** Only an individual business is carried on by one person or by a family; most are by one. */
export function withKind(
  { operation = 'PERSONAL', ...form }: ApplicationForm,
  type: BusinessType,
): ApplicationForm {
  return { ...form, type, ...(type === 'INDIVIDUAL_BUSINESS' && { operation }) };
}
