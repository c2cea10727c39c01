import type { ApplicationForm } from '#functions/application/form.ts';
import type { Making } from './lawful-forms.ts';

/** An e-licence of a Hunan company; `revoked`: one that the region has revoked. */
export type LicenceOf = (holder: {
  readonly name: string;
  readonly uscc: string;
  readonly revoked?: boolean;
}) => Promise<string>;

export type RowMaker = (
  making: Making,
  licenceOf: LicenceOf,
) => ApplicationForm | Promise<ApplicationForm>;
