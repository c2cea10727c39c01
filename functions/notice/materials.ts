import type { ApplicationForm } from '../application/form.ts';
import { partsOf } from '../party/document-parts.ts';

/** What a receipt lists as received (申请材料). */
export type Material =
  | 'APPLICATION'
  | 'CHARTER'
  | 'MANDATE'
  | 'CUSTODY'
  | 'PROMISES'
  | 'CONSENT'
  | 'PREMISES_PROOF'
  | 'LICENCES';

/** The materials of a form, each once. A promise that stands in for the proof of the address is a promise. */
export function materialsOf(form: ApplicationForm): readonly Material[] {
  const { premises, shareholders = [] } = form;
  const signed = partsOf(form).map(
    ([part]): Material => (part.startsWith('CONSENT:') ? 'CONSENT' : asMaterial(part)),
  );
  const proved = premises?.proof !== undefined && premises.proof !== 'PROMISE';
  return [
    ...new Set<Material>([
      ...signed,
      ...(proved ? (['PREMISES_PROOF'] as const) : []),
      ...(shareholders.some(({ company }) => company?.licence) ? (['LICENCES'] as const) : []),
    ]),
  ];
}

function asMaterial(part: string): Material {
  switch (part) {
    case 'CHARTER':
    case 'MANDATE':
    case 'CUSTODY':
    case 'PROMISES':
      return part;
    default:
      return 'APPLICATION';
  }
}
