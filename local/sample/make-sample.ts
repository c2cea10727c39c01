import type { ApplicationForm } from '#functions/application/form.ts';
import type { Host } from '#functions/cluster/host.ts';
import { inNfc } from '#functions/party/in-nfc.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import type { DemoRegion } from '../demo/hunan.ts';
import type { IdentityProvider } from '../demo/identity-provider.ts';
import { CONTENDED_ROWS } from './contended-rows.ts';
import { expectations, type Group } from './expected.ts';
import { FAULTY_ROWS, SIGNING_FAULTS } from './faulty-rows.ts';
import { sampleHosts } from './hosts.ts';
import { inventionOf } from './invention.ts';
import { LAWFUL_ROWS } from './lawful-rows.ts';
import type { SentRow } from './outcomes.ts';
import { REFERRED_ROWS } from './referred-rows.ts';
import type { LicenceOf, RowMaker } from './row-maker.ts';
import { seeded } from './seeded.ts';
import { signed } from './signing.ts';

const SEED = 20_250_428;

const MAKERS: Readonly<Record<Group, RowMaker>> = {
  ...LAWFUL_ROWS,
  ...CONTENDED_ROWS,
  ...FAULTY_ROWS,
  ...REFERRED_ROWS,
};

/** A row as an agent sends it, and the group whose expectation it has. */
export interface SampleRow extends SentRow {
  readonly form: ApplicationForm;
  readonly signatures: readonly { readonly assertion: string }[];
}

export interface Sample {
  /** in the order of sending */
  readonly rows: readonly SampleRow[];
  /** what is uploaded: one line `{ clientRowRef, form, signatures }` for each row */
  readonly ndjson: string;
  /** the hosts that must be there before the rows are sent */
  readonly hosts: readonly Host[];
}

/**
 * Makes the sample batch: 200 rows, signed with the demo keys. Apart from signatures and licences,
 * which are salted, the same seed and moment give the same rows.
 *
 * @param now milliseconds since the epoch: ages, terms and the 72 hours are reckoned from it
 */
export async function makeSample({
  now,
  identity,
  hunan,
  seed = SEED,
}: {
  readonly now: number;
  readonly identity: Pick<IdentityProvider, 'assert'>;
  readonly hunan: Pick<DemoRegion, 'licence'>;
  readonly seed?: number;
}): Promise<Sample> {
  const random = seeded(seed);
  const today = legalDateOf(now);
  const invention = inventionOf(random, today);
  const licenceOf: LicenceOf = (holder) => hunan.licence(holder, now);

  const made: { group: Group; form: ApplicationForm }[] = [];
  for (const [group, { rows }] of expectations) {
    for (let index = 0; index < rows; index++) {
      const form = await MAKERS[group]({ ...invention, index, today }, licenceOf);
      made.push({ group, form: inNfc(form) });
    }
  }

  const rows: SampleRow[] = [];
  for (const { group, form } of random.shuffled(made)) {
    const signatures = await signed(form, { identity, random, now }, SIGNING_FAULTS[group]);
    const clientRowRef = `SAMPLE-${String(rows.length + 1).padStart(3, '0')}`;
    rows.push({ clientRowRef, group, form, signatures });
  }
  const lines = rows.map(({ group: _, ...row }) => `${JSON.stringify(row)}\n`);
  return { rows, ndjson: lines.join(''), hosts: sampleHosts(today) };
}
