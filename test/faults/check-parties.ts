import * as z from 'zod';
import { type Application, SentAttempt } from '#functions/application/application.ts';
import { Case } from '#functions/application/case.ts';
import { Denial, deniedBy } from '#functions/application/denial.ts';
import { HistoryEvent } from '#functions/application/history.ts';
import { Inquiry } from '#functions/register/inquiry.ts';
import { concerns, involvedIn, Stop } from '#functions/register/stop.ts';
import type { Business } from './check-register.ts';
import type { Said } from './clients.ts';
import type { LeftItems, Must } from './left-items.ts';

/** A process believes for five seconds that nothing is stopped; and a registration takes its time. */
const BELIEVED_MS = 8_000;
/** How often the machine alone may return an application. */
const MACHINE_RETURNS = 2;

const partOf = (head: Application, name = ''): string =>
  `ATTEMPT#${String(head.attempt).padStart(4, '0')}${name}`;

/** What holds of the people around applications: who is named, denies, signs, is served, inquires, stops. */
export function checkParties(
  must: Must,
  left: LeftItems,
  heads: readonly Application[],
  businesses: readonly Business[],
  said: Said,
): void {
  const byId = new Map(heads.map((it) => [it.id as string, it]));
  const stops = left.matching(/^STOPS\|/).map((it) => Stop.parse(it));
  must(
    stops.every(({ state }) => state === 'ENDED'),
    'issuance is stopped for ever',
  );
  for (const head of heads) {
    const own = left.of(`APP#${head.id}`);
    const say = (holds: boolean, message: string) =>
      must(holds, `${head.id} (${head.state}) ${message}`);
    const sent = SentAttempt.parse(own.find(({ sk }) => sk === partOf(head)));
    const kept = own.find(({ sk }) => sk === partOf(head, '#CASE'));
    const events = own
      .filter(({ sk }) => sk.startsWith('HISTORY#'))
      .map((it) => HistoryEvent.parse(it));

    for (const person of new Set(Object.values(sent.persons ?? {})))
      say(
        left.matching(new RegExp(`^PERSON#${person}\\|NAMED#${head.id}$`)).length === 1,
        'names a person who cannot find it',
      );

    const { handedOverTo, handedOverFrom } = head;
    say(
      (head.state === 'HANDED_OVER') === (handedOverTo !== undefined),
      `goes on as ${handedOverTo}`,
    );
    if (handedOverTo) {
      const there = byId.get(handedOverTo);
      say(there?.handedOverFrom === head.id, 'was handed over to nobody');
      say(there?.owner === head.owner, 'was handed over to another owner');
    }
    if (handedOverFrom) {
      const from = byId.get(handedOverFrom);
      say(from?.state === 'HANDED_OVER' && from.handedOverTo === head.id, 'came from nowhere');
    }

    const before = (handedOverFrom && byId.get(handedOverFrom)?.machineReturns) || 0;
    const returned = events.filter((it) => it.to === 'RETURNED' && it.by === 'automatic review');
    const { machineReturns = 0 } = head;
    say(
      machineReturns <= MACHINE_RETURNS && machineReturns === before + returned.length,
      `was returned ${returned.length} times by the machine, and counts ${machineReturns}`,
    );

    // what was said of an earlier attempt stays behind at a hand-over
    const denials = [...own, ...(handedOverFrom ? left.of(`APP#${handedOverFrom}`) : [])]
      .filter(({ sk }) => sk.includes('#DENIAL#'))
      .map((it) => Denial.parse(it).at)
      .sort();
    const decision = kept && Case.parse(kept).decision;
    say((head.denied?.length ?? 0) <= denials.length, 'is denied by nobody');
    if (head.state === 'REGISTERED' && deniedBy(head, sent).length > 0)
      say(
        decision?.outcome === 'REGISTER' && decision.at >= (denials.at(-1) ?? ''),
        'is registered though a person named denies it',
      );

    const issued = events.find(({ to }) => to === 'REGISTERED')?.at;
    if (issued !== undefined) {
      const parts = new Map(
        own
          .filter(({ sk }) => sk.startsWith(partOf(head)))
          .map((it) => [it.sk.slice(partOf(head).length), it] as const),
      );
      const involved = involvedIn({ application: head, sent, parts });
      for (const { scope, since, endedAt = '9999' } of stops)
        say(
          !concerns(scope, involved) ||
            Date.parse(issued) <= Date.parse(since) + BELIEVED_MS ||
            issued >= endedAt,
          `was registered at ${issued}, stopped from ${since} to ${endedAt}`,
        );
    }
  }
  checkSigned(must, left, heads, said);
  checkInquiries(must, left, businesses);
  for (const [id, outcome] of said.denied) {
    const head = byId.get(id);
    must(
      outcome === 'INQUIRY' || (head?.denied?.length ?? 0) > 0,
      `${id}: a person was told that it is stopped, and it is not`,
    );
    must(
      outcome === 'STOPPED' || left.matching(/\|INQUIRY#/).some((it) => it.applicationId === id),
      `${id}: a person was told of an inquiry that is not there`,
    );
  }
  for (const id of said.undefended) must(false, `${id} has a defence file that does not verify`);
}

/** Who signed by a link signed one application; who read a notice twice read the same. */
function checkSigned(
  must: Must,
  left: LeftItems,
  heads: readonly Application[],
  { assertions, notices }: Said,
): void {
  const used = new Map<string, string>();
  // what is handed over takes its signatures along
  for (const { id: own, handedOverFrom: id = own } of heads) {
    for (const item of left.of(`APP#${own}`).filter(({ sk }) => /^ATTEMPT#\d+$/.test(sk))) {
      for (const it of SentAttempt.parse(item).signatures) {
        if (!('assertion' in it) || !assertions.has(it.assertion)) continue;
        const other = used.get(it.assertion);
        must(other === undefined || other === id, `${own} is signed by a signature of ${other}`);
        used.set(it.assertion, id);
      }
    }
  }
  const read = new Map<string, string>();
  for (const { number, jws } of notices) {
    must((read.get(number) ?? jws) === jws, `${number} was served in two forms`);
    read.set(number, jws);
  }
}

const CLOSING = /^(DECLINE|CONFIRM_ANNULMENT|REJECT)$/;

/** An inquiry is closed once, and what it annuls is annulled whole. */
function checkInquiries(must: Must, left: LeftItems, businesses: readonly Business[]): void {
  const inquiries = left.matching(/^USCC#.*\|INQUIRY#/).map((it) => Inquiry.parse(it));
  for (const { id, state, acts, version } of inquiries) {
    const closed = acts.filter(({ act }) => CLOSING.test(act)).length;
    const over = /^(DECLINED|UPHELD|REJECTED)$/.test(state);
    must(closed === (over ? 1 : 0), `${id} (${state}) was closed ${closed} times`);
    must(version === acts.length + 1, `${id} lacks acts of officials`);
    const [proposed, confirmed] = ['PROPOSE_ANNULMENT', 'CONFIRM_ANNULMENT'].map(
      (act) => acts.findLast((it) => it.act === act)?.by,
    );
    must(confirmed === undefined || proposed !== confirmed, `${id} was decided by one alone`);
  }
  for (const { uscc, status, pk } of businesses.map((it) => ({ ...it, pk: `USCC#${it.uscc}` }))) {
    const upheld = inquiries.filter((it) => it.uscc === uscc && it.state === 'UPHELD').length;
    const told = left.of(pk).filter(({ sk }) => sk === 'EVENT#ANNULLED').length;
    const annulled = status === 'ANNULLED' ? 1 : 0;
    must(
      upheld === annulled && told === annulled,
      `${uscc} (${status}): ${upheld} inquiries annul it`,
    );
    const checks = left.of(pk).filter(({ sk }) => sk.startsWith('CHECK#'));
    const numbers = checks.map((it) => z.object({ number: z.int() }).parse(it).number).sort();
    must(
      numbers.every((number, at) => number === at + 1),
      `${uscc} lacks a check: ${numbers}`,
    );
  }
}
