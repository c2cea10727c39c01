import { type Application, SentAttempt } from '#functions/application/application.ts';
import { Case } from '#functions/application/case.ts';
import { Decision } from '#functions/application/decision.ts';
import { brokenLink, HistoryEvent } from '#functions/application/history.ts';
import { type Wanted, wanted } from '#functions/application/holds.ts';
import { mayBecome } from '#functions/application/lifecycle.ts';
import type { Business } from './check-register.ts';
import type { Said } from './clients.ts';
import type { Item, LeftItems, Must } from './left-items.ts';

/** A decision and a move may pass each other for so long: as a call takes, with its retries. */
const AT_ONCE_MS = 5000;

/** What an application is held to, beside itself. */
interface Around {
  readonly left: LeftItems;
  readonly businesses: readonly Business[];
  readonly licences: readonly Item[];
  readonly decisions: Said['decisions'];
  /** executions that run → whether they wait for a decision; those of its cases are taken out */
  readonly waiting: Map<string, boolean>;
}

/** An application is in one state, which its history explains. Tells what its last attempt wants. */
export async function checkApplication(
  must: Must,
  head: Application,
  around: Around,
): Promise<Wanted> {
  const { left, businesses, licences, decisions: saidDecisions, waiting } = around;
  let want: Wanted = {};
  const say = (holds: boolean, message: string) =>
    must(holds, `${head.id} (${head.state}) ${message}`);
  const own = left.of(`APP#${head.id}`).sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const events = own
    .filter(({ sk }) => sk.startsWith('HISTORY#'))
    .map((it) => HistoryEvent.parse(it));
  const last = events.at(-1);
  say((await brokenLink(events)) === undefined, 'has a broken history');
  say(
    events.length === head.events && last?.digest === head.historyHead,
    'lacks events of its history',
  );
  say(last?.to === head.state, `ends its history as ${last?.to}`);
  for (const [index, { from, to }] of events.entries()) {
    const before = events[index - 1];
    say(from === before?.to, `goes on from ${from} after ${before?.to}`);
    say(
      from === undefined ? ['DRAFT', 'SIGNING', 'SUBMITTED'].includes(to) : mayBecome(from, to),
      `became ${to} from ${from}`,
    );
  }
  const moves = events.map(({ attempt, to }) => `${to} in attempt ${attempt}`);
  for (const move of moves)
    say(moves.filter((it) => it === move).length === 1, `became ${move} twice`);
  say(head.state !== 'SUBMITTED', 'waits for ever');

  const registered = businesses.filter(({ applicationId }) => applicationId === head.id);
  say(
    registered.length === (head.state === 'REGISTERED' ? 1 : 0),
    `has ${registered.length} businesses`,
  );
  if (head.state === 'REGISTERED') {
    say(registered[0]?.uscc === head.uscc, 'has another code than its business');
    say(
      licences.some(({ pk }) => pk === `USCC#${head.uscc}`),
      'has no licence',
    );
  }

  for (let attempt = 1; attempt <= head.attempt; attempt++) {
    const part = (name: string) =>
      own.find(({ sk }) => sk === `ATTEMPT#${String(attempt).padStart(4, '0')}${name}`);
    const sent = SentAttempt.parse(part(''));
    const kept = part('#CASE');
    const found = kept && Case.parse(kept);
    const decisions = [1, 2].flatMap((round) => {
      const it = part(`#DECISION#${round}`);
      return it ? [Decision.parse(it)] : [];
    });
    const verdict = decisions.at(-1)?.verdict;
    const moved = events.filter((it) => it.attempt === attempt);
    const to = (state: string) => moved.find((it) => it.to === state);
    const ended = moved.at(-1)?.to;
    const decided = Date.parse(decisions.at(-1)?.decidedAt ?? '');
    const left = Date.parse(moved.find(({ from }) => from === 'SUBMITTED')?.at ?? '');
    say(!(decided - left > AT_ONCE_MS), 'was decided when it was no longer submitted');
    explained(say, {
      ended,
      verdict,
      found,
      returned: to('RETURNED')?.by,
      referred: !!to('REFERRED'),
    });
    if (found) {
      const running = waiting.get(found.openedBy);
      if (found.state === 'OPEN') {
        say(head.state === 'REFERRED', 'has an open case');
        say(running === true, 'has a case for which no machine waits');
      } else {
        say(found.state === 'CLOSED', 'has a decision that is not carried out');
        say(running === undefined, 'has a machine that waits for a closed case');
      }
      waiting.delete(found.openedBy);
      const { kept: given, undoing } = saidDecisions.get(found.id) ?? { kept: [], undoing: 0 };
      const outcome = found.decision?.outcome;
      const again = found.lost === true || undoing > 0;
      say(given.length <= 1 || again, `was decided as ${given}`);
      say(
        given.length === 0 || again || outcome === given[0],
        `was decided as ${given}, and is ${outcome}`,
      );
    }
    if (attempt === head.attempt) {
      want = wanted(sent.form, head.submittedAt ?? head.createdAt);
    }
  }
  return want;
}

/** Every state has what explains it, and what was decided has its effect. */
function explained(
  say: Must,
  it: {
    readonly ended: string | undefined;
    readonly verdict: Decision['verdict'] | undefined;
    readonly found: Case | undefined;
    readonly returned: string | undefined;
    readonly referred: boolean;
  },
): void {
  const { ended, verdict, found, returned } = it;
  const official = found?.state === 'CLOSED' ? found.decision?.outcome : undefined;
  say(it.referred === (found !== undefined), 'has a case without a referral, or the reverse');
  if (returned === 'automatic review') say(verdict === 'RETURN', `was returned after ${verdict}`);
  else if (returned !== undefined)
    say(official === 'RETURN', `was returned by an official's ${official}`);
  if (ended === 'REFUSED') say(official === 'REFUSE', `was refused by an official's ${official}`);
  if (ended === 'REGISTERED') {
    say(
      found ? official === 'REGISTER' : verdict === 'APPROVE',
      `was registered after ${verdict}, ${official}`,
    );
  }
  if (ended === 'REFERRED') {
    const reason = { REVIEW: 'REFER', LOST_TWICE: 'APPROVE' } as const;
    if (found && found.reason !== 'TECHNICAL')
      say(verdict === reason[found.reason], `was referred after ${verdict}`);
  }
  if (verdict === 'RETURN' && !found)
    say(returned !== undefined, 'was decided to be returned, and is not');
}
