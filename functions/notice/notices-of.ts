import type { Application, SentAttempt } from '../application/application.ts';
import { caseIn } from '../application/case.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { decisionsIn } from '../application/decision.ts';
import { denialsIn } from '../application/denial.ts';
import type { HistoryEvent } from '../application/history.ts';
import { lapsesAt } from '../application/waiting.ts';
import type { PostCheck } from '../register/post-check.ts';
import { basisOf } from '../registrar/confirmation.ts';
import { type Registrar, registrarOf } from '../registrar/registrars.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { materialsOf } from './materials.ts';
import type { Matter, Term } from './matter.ts';
import type { NoticeKind } from './notice.ts';

/** All that an application has been: every attempt with its parts, and its history. */
export interface Dossier {
  readonly application: Application;
  readonly attempts: ReadonlyMap<
    number,
    { readonly sent: SentAttempt; readonly parts: ReadonlyMap<string, unknown> }
  >;
  readonly history: readonly HistoryEvent[];
  /** checks of the business that it was registered as */
  readonly checks: readonly PostCheck[];
}

/** A notice that is due, before it is written. */
export interface DueNotice {
  readonly number: string;
  /** part of its key: the event that it follows, and which one after it */
  readonly name: string;
  readonly at: string;
  readonly attempt: number;
  readonly registrar?: Registrar;
  readonly sent: SentAttempt;
  readonly matter: Matter;
}

/** The statutory clock, which belongs to those who decide. */
export interface NoticeClock {
  deadlineOf(submittedAt: string): { readonly due: string; readonly provisional?: true };
  extendedFrom(due: string): { readonly due: string; readonly provisional?: true };
}

/**
 * The notices of an application, in the order of what they are about. They follow from its history
 * and records alone, so nobody has to write one in time.
 */
export function noticesOf(dossier: Dossier, clock: NoticeClock): readonly DueNotice[] {
  const notices = dossier.history.flatMap((event) => {
    const own = dossier.attempts.get(event.attempt);
    if (!own) return [];
    return [...mattersOf(event, dossier, own, clock), ...denials(event, dossier, own)].map(
      ({ at = event.at, nth, ...matter }) =>
        due({ event, at, nth, matter }, dossier.application, own.sent),
    );
  });
  return notices.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

type Own = NonNullable<ReturnType<Dossier['attempts']['get']>>;
type Dated = Matter & { readonly at?: string; readonly nth?: number };

function mattersOf(
  event: HistoryEvent,
  { application, checks }: Dossier,
  { sent, parts }: Own,
  clock: NoticeClock,
): readonly Dated[] {
  const decided = caseIn(parts)?.decision;
  const findings = (decisionsIn(parts).at(-1)?.findings ?? []).filter(
    ({ consequence }) => consequence !== 'WARN',
  );
  const reason = decided?.reason ?? '';
  switch (event.to) {
    case 'SUBMITTED':
      return [
        {
          kind: 'RECEIPT',
          materials: materialsOf(sent.form),
          term: termOf(clock.deadlineOf(event.at)),
        },
      ];
    case 'RETURNED':
      return [
        {
          kind: 'CORRECTIONS',
          findings,
          ...(event.from === 'REFERRED' && { reason }),
          ...lapsing({ state: 'RETURNED', updatedAt: event.at }),
        },
      ];
    case 'REGISTERED':
      return [...registration(event, application, sent), ...correctionOrders(checks)];
    case 'REFUSED':
      return [{ kind: 'REFUSAL', reason, findings }];
    case 'HANDED_OVER':
      return [{ kind: 'TRANSFER', to: nameOf(decided?.to, event.at), reason }];
    case 'WITHDRAWN':
      return [{ kind: 'WITHDRAWAL', because: application.withdrawnBecause ?? 'ASKED' }];
    case 'LAPSED':
      return lapse(event);
    case 'REFERRED':
      return extension(event, { sent, parts }, clock);
    case 'SIGNING':
      return reminder(application, event);
    case 'DRAFT':
      return [];
  }
}

const termOf = ({ due, provisional = false }: { due: string; provisional?: boolean }): Term => ({
  until: legalDateOf(Date.parse(due) - 1),
  provisional,
});

function lapsing(waiting: Parameters<typeof lapsesAt>[0]): { readonly lapses?: LegalDate } {
  const at = lapsesAt(waiting);
  return at ? { lapses: legalDateOf(at) } : {};
}

function registration(
  { at }: HistoryEvent,
  application: Application,
  { form }: SentAttempt,
): readonly Dated[] {
  const { uscc } = application;
  const basis = basisOf(decidingRegistrar(application, form), legalDateOf(at));
  return uscc === undefined ? [] : [{ kind: 'REGISTRATION', basis, uscc }];
}

/** What checks after the event ordered to be corrected. */
const correctionOrders = (checks: readonly PostCheck[]): readonly Dated[] =>
  checks.flatMap(({ uscc, number, at, finding }) =>
    finding.result === 'CORRECTION'
      ? [
          {
            kind: 'CORRECTION_ORDER',
            uscc,
            found: finding.found,
            correctBy: finding.correctBy,
            at,
            nth: number,
          },
        ]
      : [],
  );

const nameOf = (division: string | undefined, at: string): string =>
  registrarOf(division, legalDateOf(at))?.name ?? division ?? '';

const lapse = ({ from }: HistoryEvent): readonly Dated[] =>
  from === 'DRAFT' || from === 'SIGNING' || from === 'RETURNED' ? [{ kind: 'LAPSE', from }] : [];

/** That the clock of the case before an official is extended: it ran from the receipt, or since a person was asked for. */
function extension(
  { from, at: referredAt }: HistoryEvent,
  { sent, parts }: Own,
  clock: NoticeClock,
): readonly Dated[] {
  const { extension: extended } = caseIn(parts) ?? {};
  const since = from === 'RETURNED' ? referredAt : sent.submittedAt;
  if (!extended || since === undefined) return [];
  const { at, reason } = extended;
  const term = termOf(clock.extendedFrom(clock.deadlineOf(since).due));
  return [{ kind: 'EXTENSION', at, reason, term }];
}

/** That a person named denies the attempt, in the state to which an event brought it. */
function denials(event: HistoryEvent, { history }: Dossier, { parts }: Own): readonly Dated[] {
  return denialsIn(parts)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at }, index) => ({ kind: 'DENIAL', at, nth: index + 1 }) as const)
    .filter(({ at }) => event.seq === history.findLast((it) => it.at <= at)?.seq);
}

/** The last reminder of an application that still waits for signatures; one stands for all before it. */
function reminder(application: Application, { attempt, at }: HistoryEvent): readonly Dated[] {
  const { state, reminders = 0, remindedAt, signingSince } = application;
  const present = attempt === application.attempt && state === 'SIGNING';
  if (!present || reminders === 0 || remindedAt === undefined || remindedAt < at) return [];
  const { lapses } = lapsing({ state, updatedAt: at, ...(signingSince && { signingSince }) });
  return lapses ? [{ kind: 'REMINDER', lapses, at: remindedAt, nth: reminders }] : [];
}

/** Where no registrar is known that the form could mean. */
const NO_DIVISION = '000000';

/**
 * A notice's number is its application's own id under registrar, year and kind, with the event that
 * it follows: nobody counts notices, so no key is a meeting point.
 */
function due(
  {
    event,
    at,
    nth,
    matter,
  }: { event: HistoryEvent; at: string; nth: number | undefined; matter: Matter },
  application: Application,
  sent: SentAttempt,
): DueNotice {
  const division = decidingRegistrar(application, sent.form);
  const registrar = registrarOf(division, legalDateOf(sent.submittedAt ?? at));
  const which = nth === undefined ? '' : `-${nth}`;
  const kind: NoticeKind = matter.kind;
  return {
    number: `${registrar?.division ?? NO_DIVISION}-${legalDateOf(at).slice(0, 4)}-${kind}-${application.id.slice(3)}-${event.seq}${which}`,
    name: `${String(event.seq).padStart(6, '0')}-${kind}${which}`,
    at,
    attempt: event.attempt,
    ...(registrar && { registrar }),
    sent,
    matter,
  };
}
