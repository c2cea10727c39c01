import type { ApplicationForm } from '../application/form.ts';
import { digestOf } from '../shared/digest.ts';
import { manifestOf } from './document-parts.ts';

/**
 * What every party signs: the digest of the document's manifest in canonical JSON, as 64 hexadecimal
 * digits. The parts hold the whole form, so an edit of any member changes it; whose signatures the
 * edit voids, the parts tell.
 */
export const documentHash = async (form: ApplicationForm): Promise<string> =>
  digestOf(await manifestOf(form));
