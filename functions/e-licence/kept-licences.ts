import * as z from 'zod';
import { LicenceCheck } from './licence-check.ts';

/** The checks of one attempt's e-licences, as kept beside it. */
const KeptLicences = z.object({
  schemaVersion: z.literal(1),
  checks: z.array(LicenceCheck),
});

export const LICENCES_PART = '#LICENCES';

/** The checks in an attempt's stored parts; none where none were kept. */
export const licencesIn = (parts: ReadonlyMap<string, unknown>): readonly LicenceCheck[] => {
  const kept = parts.get(LICENCES_PART);
  return kept === undefined ? [] : KeptLicences.parse(kept).checks;
};
