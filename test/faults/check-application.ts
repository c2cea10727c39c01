import { type Application, SentAttempt } from '#functions/application/application.ts';
import { Case } from '#functions/application/case.ts';
import { decidingRegistrar } from '#functions/application/deciding-registrar.ts';
import { Decision } from '#functions/application/decision.ts';
import { brokenLink, HistoryEvent } from '#functions/application/history.ts';
import { type Wanted, wanted } from '#functions/application/holds.ts';
import { mayBecome } from '#functions/application/lifecycle.ts';
import { checkProposed } from './check-proposed.ts';
import type { Business } from './check-register.ts';
import { checkSecondReading } from './check-second-reading.ts';
import type { Said } from './clients.ts';
import type { Item, LeftItems, Must } from './left-items.ts';

/** A decision and a move may pass each other for so long: as a call takes, with its retries. */
const AT_ONCE_MS = 5000;

/** An execution that runs: for which attempt, and whether it waits for a decision. */
export interface Running {
  /** `ap_…#attempt` */
  readonly of: string;
  readonly waits: boolean;
}

/** What an application is held to, beside itself. */
interface Around {
  readonly left: LeftItems;
  readonly businesses: readonly Business[];
  readonly licences: readonly Item[];
  readonly decisions: Said['decisions'];
  /** executions that run; those that wait for its decision are taken out */
  readonly running: Map<string, Running>;
  readonly leapt: boolean;
  /** ms since 1970 */
  readonly now: number;
}

/** What only people go on with, until the clock ends it. */
const WAITS = /^(DRAFT|SIGNING|RETURNED)$/;

/** An application is in one state, which its history explains. Tells what its last attempt wants. */
export async function checkApplication(
  must: Must,
  head: Application,
  around: Around,
): Promise<Wanted> {
  const { left, businesses, licences, decisions: saidDecisions, running } = around;
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
  // an edit makes a draft again, and what the machine returned an official may return once more
  const moves = events
    .filter(({ to }) => to !== 'DRAFT' && to !== 'SIGNING')
    .map(
      ({ attempt, from, to }) =>
        `${to}${to === 'RETURNED' ? ` from ${from}` : ''} in attempt ${attempt}`,
    );
  for (const move of moves)
    say(moves.filter((it) => it === move).length === 1, `became ${move} twice`);
  say(head.state !== 'SUBMITTED', 'waits for ever');
  if (WAITS.test(head.state)) {
    const [item] = own.filter(({ sk }) => sk === 'HEAD');
    say(!around.leapt, 'waits longer than it may');
    say(/^WAITING#/.test(String(item?.unfinished)), 'waits where no clock looks');
  }

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
      returned: moved.filter((it) => it.to === 'RETURNED').map((it) => it.by),
      referred: !!to('REFERRED'),
    });
    const readAgain = part('#SAMPLE');
    if (readAgain) {
      say(!found, 'has a case and a second reading');
      const business = businesses.find(
        (it) => it.applicationId === head.id && it.attempt === attempt,
      );
      const said = saidDecisions.get(Case.parse(readAgain).id);
      checkSecondReading(say, readAgain, {
        ...{ left: around.left, now: around.now, applicationId: head.id },
        ...{ business, said },
      });
    }
    if (found) {
      const machines = [...running].filter(([, { of }]) => of === `${head.id}#${attempt}`);
      const waiting = machines.filter(([, { waits }]) => waits);
      if (found.state === 'OPEN') {
        say(head.state === 'REFERRED', 'has an open case');
        say(waiting.length === 1, `has a case for which ${waiting.length} machines wait`);
      } else {
        say(found.state === 'CLOSED', 'has a decision that is not carried out');
        say(waiting.length === 0, 'has a machine that waits for a closed case');
      }
      for (const [execution] of waiting) running.delete(execution);
      const said = saidDecisions.get(found.id);
      checkProposed(say, found, decisions.at(-1), said);
      const { kept: given, undoing } = said ?? { kept: [], undoing: 0 };
      const outcome = found.decision?.outcome;
      const again = found.lost === true || undoing > 0 || found.reason === 'NOT_ME';
      say(given.length <= 1 || again, `was decided as ${given}`);
      say(
        given.length === 0 || again || outcome === given[0],
        `was decided as ${given}, and is ${outcome}`,
      );
    }
    if (attempt === head.attempt) {
      want = wanted(sent, head.submittedAt ?? head.createdAt, decidingRegistrar(head, sent.form));
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
    readonly returned: readonly string[];
    readonly referred: boolean;
  },
): void {
  const { ended, verdict, found, returned } = it;
  const official = found?.state === 'CLOSED' ? found.decision?.outcome : undefined;
  say(it.referred === (found !== undefined), 'has a case without a referral, or the reverse');
  for (const by of returned)
    if (by === 'automatic review') say(verdict === 'RETURN', `was returned after ${verdict}`);
    else say(official === 'RETURN', `was returned by an official's ${official}`);
  if (ended === 'HANDED_OVER') say(official === 'HAND_OVER', `was handed over by ${official}`);
  if (ended === 'REFUSED') say(official === 'REFUSE', `was refused by an official's ${official}`);
  if (ended === 'REGISTERED') {
    say(
      found ? official === 'REGISTER' : verdict === 'APPROVE',
      `was registered after ${verdict}, ${official}`,
    );
  }
  if (ended === 'REFERRED') {
    const reason = {
      REVIEW: 'REFER',
      LOST_TWICE: 'APPROVE',
      ASKED: 'RETURN',
      TWO_RETURNS: 'REFER',
    };
    if (found && found.reason !== 'TECHNICAL' && found.reason !== 'NOT_ME')
      say(verdict === reason[found.reason], `was referred after ${verdict}`);
  }
  if (verdict === 'RETURN' && !found)
    say(returned.length > 0, 'was decided to be returned, and is not');
}
