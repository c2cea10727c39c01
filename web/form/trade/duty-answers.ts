import type { Output } from '../../api/routes.ts';
import type { DutyAnswers } from './scope-answers.ts';

export type Duty = Output<'POST /v1/scope/duty'>;

/** The questions as far as they are answered. */
export interface Told {
  readonly who?: DutyAnswers['who'];
  readonly online?: 'YES' | 'NO';
  readonly trades?: Readonly<DutyAnswers['trades']>;
  readonly permit?: 'YES' | 'NO';
  /** as typed */
  readonly yuan?: string;
}

/** A number as people type it, with separators or in full width. */
function amount(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(digits) ? Number(digits) : undefined;
}

/** What can be asked of the API; undefined until every question is answered. */
export function toldSoFar({ who, online, trades = [], permit, yuan = '' }: Told) {
  const yearlyYuan = amount(yuan);
  if (!who || !online || !permit || trades.length === 0 || yearlyYuan === undefined)
    return undefined;
  return {
    ...{ who, trades: [...trades], yearlyYuan },
    online: online === 'YES',
    permitNeeded: permit === 'YES',
  } satisfies DutyAnswers;
}
