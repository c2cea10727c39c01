/** One thing that was looked at, in plain words. */
export interface Checked {
  readonly holds: boolean;
  readonly says: string;
}
