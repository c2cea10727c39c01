import type { ApplicationRecord, SentAttempt } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { isKeyBound } from '../e-licence/key-binding.ts';
import { isSignedByHost } from './custody.ts';
import { missingSignersOf } from './missing-signers.ts';
import { type Signer, signersOf } from './signers.ts';

/** Whoever signs: a natural person, a corporate shareholder, the host of a cluster address. */
export type Party =
  | Signer
  | {
      /** index in `form.shareholders` */
      readonly company: number;
      readonly signs: readonly ['CHARTER'];
    }
  | {
      /** id of the host */
      readonly host: string;
      readonly signs: readonly ['CUSTODY'];
    };

/** Shareholders that are companies sign the charter with their own e-licence: 防范和查处假冒企业登记违法行为规定. */
const companiesOf = ({ shareholders = [] }: ApplicationForm) =>
  shareholders.flatMap(({ company }, index) => (company ? [{ company: index, ...company }] : []));

const hostOf = ({ custody }: Pick<SentAttempt, 'custody'>): readonly Party[] =>
  custody ? [{ host: custody.host, signs: ['CUSTODY'] }] : [];

/** Everybody who signs; a host only where it signs each agreement itself. */
export const partiesOf = (sent: Pick<SentAttempt, 'form' | 'custody'>): readonly Party[] => [
  ...signersOf(sent.form),
  ...companiesOf(sent.form).map(({ company }): Party => ({ company, signs: ['CHARTER'] })),
  ...hostOf(sent),
];

/**
 * Whom an attempt waits for in SIGNING. A company is waited for where the e-licence in the form is
 * bound to a key of its own, so that it can sign with it; of one without such a licence the review
 * tells what is wrong.
 */
export function missingParties({
  sent,
  parts,
}: Pick<ApplicationRecord, 'sent' | 'parts'>): readonly Party[] {
  const presented = new Set(
    sent.signatures.flatMap((it) => ('shareholder' in it ? [it.shareholder] : [])),
  );
  const hostSigned = !sent.custody || isSignedByHost(sent.custody, parts);
  return [
    ...missingSignersOf({ sent, parts }),
    ...companiesOf(sent.form)
      .filter(({ company, licence }) => isKeyBound(licence) && !presented.has(company))
      .map(({ company }): Party => ({ company, signs: ['CHARTER'] })),
    ...(hostSigned ? [] : hostOf(sent)),
  ];
}
