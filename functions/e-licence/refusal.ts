/** Why a signed token of another issuer is not believed. The words are kept with the check, so none is renamed. */
export const REFUSALS = [
  /** above the size that its kind may have */
  'TOO_LONG',
  /** not in the form that its standard prescribes */
  'MALFORMED',
  /** `typ` or `vct` names another kind of token */
  'WRONG_TYPE',
  /** `alg` is not ES256 or EdDSA */
  'WRONG_ALGORITHM',
  'ISSUER_UNKNOWN',
  /** none of the issuer's keys, or no single one, fits the header */
  'KEY_UNKNOWN',
  'WRONG_SIGNATURE',
  /** a disclosure is unreferenced, repeated, or names what a disclosure may not name */
  'WRONG_DISCLOSURE',
  /** comes with a key binding that does not hold, or that nobody asked for */
  'KEY_BINDING',
  'EXPIRED',
  'NOT_YET_VALID',
  /** a status list, but not the one that was asked for */
  'OTHER_LIST',
  /** a status list made longer ago than a state may be relied on */
  'STALE',
  /** a status list that inflates beyond 2 MiB */
  'TOO_LARGE',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/** What was read and believed, or why not. */
export type Verdict<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly reason: Refusal };

/** Turns a Refused into its verdict. Anything else that is thrown is a defect and goes on. */
export async function verdictOf<T extends object>(read: Promise<T>): Promise<Verdict<T>> {
  try {
    return { ok: true, ...(await read) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}
