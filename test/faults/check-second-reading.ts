import { Case } from '#functions/application/case.ts';
import { inquiryOfCheck } from '#functions/register/inquiry.ts';
import type { Business } from './check-register.ts';
import type { SaidOfCase } from './clients.ts';
import type { Item, LeftItems, Must } from './left-items.ts';

/** What a second reading is held to, beside itself. */
interface Around {
  readonly left: LeftItems;
  readonly applicationId: string;
  /** the business that its attempt registered */
  readonly business: Business | undefined;
  readonly said: SaidOfCase | undefined;
  /** ms since 1970 */
  readonly now: number;
}

/** The registration stands whatever is read; what follows from the reading follows once. */
export function checkSecondReading(
  say: Must,
  item: Item,
  { left, applicationId, business, said, now }: Around,
): void {
  const { state, decision, sample, carriedOutAt, due } = Case.parse(item);
  say(business !== undefined, 'has a second reading of what was not registered');
  say(state === 'CLOSED' || Date.parse(due) > now, 'has a second reading that nobody was told of');
  say((decision === undefined) === (state === 'OPEN'), `has a second reading, ${state}`);
  if (decision && Date.parse(decision.effectiveAt) <= now)
    say(
      state === 'CLOSED' && carriedOutAt !== undefined && sample?.agreed !== undefined,
      'has a second reading from which nothing follows',
    );
  if (sample?.agreed !== undefined)
    say(sample.agreed === (decision?.outcome === 'REGISTER'), `was read as ${decision?.outcome}`);

  const { kept, undoing } = said ?? { kept: [], undoing: 0 };
  const [first] = kept;
  say(
    undoing > 0 || first === undefined || (kept.length === 1 && decision?.outcome === first),
    `was read again as ${kept}, and is ${decision?.outcome}`,
  );

  const inquiry = inquiryOfCheck(applicationId, 0);
  const opened = left.matching(/^USCC#.*\|INQUIRY#/).filter(({ id }) => id === inquiry).length;
  say(opened === (sample?.led === 'INQUIRY' ? 1 : 0), `is inquired into ${opened} times`);
  if (business?.status === 'REGISTERED' && decision && state === 'CLOSED') {
    const { outcome } = decision;
    const follows =
      outcome === 'REGISTER' ? undefined : outcome === 'REFUSE' ? 'INQUIRY' : 'POST_CHECK';
    say(sample?.led === follows, `was read as ${outcome}, which led to ${sample?.led}`);
  }
}
