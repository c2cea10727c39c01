import * as z from 'zod';
import { LicenceCheck } from './licence-check.ts';

/** Where the signed answer by which a licence was judged is kept, by its digest. */
const AnswerKept = z.object({ shareholder: z.int().min(0), digest: z.string() });

/** The checks of one attempt's e-licences, as kept beside it. */
const KeptLicences = z.object({
  schemaVersion: z.literal(1),
  checks: z.array(LicenceCheck),
  answers: z.array(AnswerKept).default([]),
});
export type KeptLicences = Pick<z.infer<typeof KeptLicences>, 'checks' | 'answers'>;

export const LICENCES_PART = '#LICENCES';

/** The checks in an attempt's stored parts, and where the answers behind them are; none where none were kept. */
export function keptLicencesIn(parts: ReadonlyMap<string, unknown>): KeptLicences {
  const kept = parts.get(LICENCES_PART);
  return kept === undefined ? { checks: [], answers: [] } : KeptLicences.parse(kept);
}

export const licencesIn = (parts: ReadonlyMap<string, unknown>): readonly LicenceCheck[] =>
  keptLicencesIn(parts).checks;

/** Of a form as sent, what says which companies show an e-licence. */
export interface ShareholdersForm {
  readonly shareholders?:
    | readonly { readonly company?: { readonly licence?: string | undefined } | undefined }[]
    | undefined;
}

/** The companies among the shareholders, by index, whose e-licence nobody has judged yet: its issuer was not asked, or was silent. */
export function unsettledCompanies(
  { shareholders = [] }: ShareholdersForm,
  { checks }: Pick<KeptLicences, 'checks'>,
): readonly number[] {
  const settled = new Set(
    checks.filter(({ outcome }) => outcome !== 'SILENT').map(({ shareholder }) => shareholder),
  );
  return shareholders.flatMap(({ company }, at) => (company && !settled.has(at) ? [at] : []));
}
