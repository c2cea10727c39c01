import type { ApplicationForm } from '../application/form.ts';

/**
 * The form with every text in Unicode NFC, so that what looks the same is signed, hashed and
 * searched as the same. Members that are `undefined` are gone, as they are in JSON.
 *
 * @see Unicode Standard Annex 15.
 */
export const inNfc = (form: ApplicationForm): ApplicationForm =>
  JSON.parse(JSON.stringify(form), (_, value) =>
    typeof value === 'string' ? value.normalize('NFC') : value,
  );
