/** What becomes of a row of the sample; every row reaches one of the three. */
export type Outcome = 'REGISTERED' | 'RETURNED' | 'REFERRED';

/** What a group's rows become, whatever the seed, the clock and the order in which they are taken. */
export interface Expectation {
  readonly rows: number;
  /** how many become what; which of a contended group wins is left to the race */
  readonly becomes: Readonly<Partial<Record<Outcome, number>>>;
  /** the rules that stop each row that is not registered; warnings left out */
  readonly rules: readonly string[];
}

const registered = (rows: number): Expectation => ({
  rows,
  becomes: { REGISTERED: rows },
  rules: [],
});
const returned = (rows: number, ...rules: readonly string[]): Expectation => ({
  rows,
  becomes: { RETURNED: rows },
  rules,
});
const referred = (rows: number, ...rules: readonly string[]): Expectation => ({
  rows,
  becomes: { REFERRED: rows },
  rules,
});

/**
 * The sample's 200 rows, by group: 163 are registered, 29 returned, 8 go to an official.
 * `local/sample/*-rows.ts` make the rows of each group.
 */
export const EXPECTED = {
  'bundle-B01': registered(10),
  'bundle-B02': registered(6),
  'bundle-B03': registered(6),
  'bundle-B04': registered(8),
  'bundle-B05': registered(6),
  'bundle-B06': registered(8),
  'bundle-B07': registered(6),
  'bundle-B08': registered(8),
  'bundle-B09': registered(8),
  'bundle-B10': registered(8),
  'bundle-B11': registered(6),
  'bundle-B12': registered(8),
  'bundle-B13': registered(4),
  'bundle-B14': registered(6),
  'nameless-individual': registered(4),
  'family-business': registered(4),
  'own-choice-of-items': registered(5),
  'bundle-with-changes': registered(4),
  'at-a-host': registered(8),
  'depends-item-at-a-host': registered(3),
  'in-tianhe': registered(6),
  'hunan-shareholder': registered(3),
  'one-name-in-two-industries': registered(2),

  /** two rows want one name: one gets it */
  'one-name-for-two': { rows: 2, becomes: { REGISTERED: 1, RETURNED: 1 }, rules: ['NM-08'] },
  /** 30 tenants of a host with 25 places */
  'tenants-of-one-host': { rows: 30, becomes: { REGISTERED: 25, RETURNED: 5 }, rules: ['AD-06'] },

  'wrong-check-digit': returned(1, 'ID-01'),
  'missing-fields': returned(1, 'CO-01'),
  'wrong-sum': returned(1, 'CP-01'),
  'due-after-five-years': returned(1, 'CP-02'),
  'unknown-item': returned(1, 'SC-01'),
  'exclusive-items': returned(1, 'SC-07'),
  'supervisor-is-director': returned(1, 'OG-04'),
  'district-without-city': returned(1, 'NM-02'),
  'sole-owner-as-company': returned(2, 'NM-04'),
  'individual-as-company': returned(1, 'NM-04'),
  'forged-signature': returned(1, 'ID-03'),
  'signature-of-another-document': returned(1, 'ID-03'),
  'face-seen-too-long-ago': returned(1, 'ID-03'),
  'expired-document': returned(1, 'ID-06'),
  'address-in-another-district': returned(1, 'AD-01'),
  'suspended-host': returned(1, 'AD-06'),
  'short-custody': returned(1, 'AD-07'),
  'expired-mandate': returned(1, 'BA-02'),
  'hunan-licence-revoked': returned(1, 'EL-03'),
  'hunan-licence-not-shown': returned(1, 'ID-10'),
  'several-faults': returned(2, 'AD-01', 'CP-01', 'CP-02', 'ID-06', 'OG-04'),

  'pre-approval-item': referred(1, 'SC-03'),
  'abnormal-capital': referred(1, 'CP-06'),
  'china-in-the-name': referred(2, 'NM-07'),
  'depends-item-of-an-individual': referred(1, 'SC-06'),
  'licensed-item-at-a-host': referred(1, 'AD-08'),
  'operator-of-16': referred(1, 'ID-04'),
  'manager-of-15': referred(1, 'ID-04'),
} as const satisfies Record<string, Expectation>;

export type Group = keyof typeof EXPECTED;

/** The groups with their expectations, in the order above. */
export const expectations: readonly (readonly [Group, Expectation])[] = Object.keys(EXPECTED)
  .filter((group): group is Group => group in EXPECTED)
  .map((group) => [group, EXPECTED[group]]);
