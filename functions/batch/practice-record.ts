import type { Application, SentAttempt } from '../application/application.ts';
import { mandateIdOf } from '../party/mandate.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { endOfLegalDate, legalDateOf } from '../shared/days.ts';

/** One application that an agent sent under a mandate; nothing of any person. */
export interface PracticeEntry {
  /** `ma_…` */
  readonly mandate: string;
  readonly applicationId: string;
  /** legal date on which it was sent */
  readonly date: LegalDate;
  readonly type: string | undefined;
  /** division of the registrar that decides */
  readonly registrar: string | undefined;
  /** where the application stands now */
  readonly outcome: Application['state'];
  /** when the client ended the mandate */
  readonly ended: string | undefined;
  /** the row of a file that it came from */
  readonly row: Application['row'];
}

/** An application's line; undefined where no agent acts. */
export const practiceEntry = (
  { id, createdAt, state, registrar, mandateEnded, row }: Application,
  { form }: Pick<SentAttempt, 'form'>,
): PracticeEntry | undefined =>
  form.mandate && {
    mandate: mandateIdOf(id),
    applicationId: id,
    date: legalDateOf(createdAt),
    type: form.type,
    registrar,
    outcome: state,
    ended: mandateEnded,
    row,
  };

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The 48 bits of time with which every ULID of a moment begins (milliseconds since the epoch). */
function ulidTime(moment: number): string {
  let text = '';
  let rest = moment;
  for (let place = 0; place < 10; place++) {
    text = CROCKFORD[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Ids of one kind that were made on the days from … until, both included, as sort keys. */
export const idsMade = (prefix: 'ap' | 'ba', from: LegalDate, until: LegalDate) => ({
  after: `${prefix}_${ulidTime(endOfLegalDate(from) - 86_400_000)}`,
  before: `${prefix}_${ulidTime(endOfLegalDate(until))}`,
});
