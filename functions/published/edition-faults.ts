import { registrarOf } from '../registrar/registrars.ts';
import { legalDateOf } from '../shared/days.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import { bundleFaults } from './bundle-faults.ts';
import { beginOf, type Content, type Edition, itemOf, type Proposal } from './edition.ts';
import { holidayFaults } from './holiday-faults.ts';
import { switchedOff } from './in-force.ts';
import { FOR_ALL } from './item.ts';

/** Milliseconds before midnight at which the last word on an edition is said: every process has read it by then. */
const KNOWN_BEFORE_MS = 60_000;

/** What a proposal is held against. */
export interface Against {
  /** every edition that was ever proposed, but for the one that is judged */
  readonly editions: readonly Edition[];
  /** the ids of the rules in force */
  readonly rules: ReadonlySet<string>;
  readonly now: number;
}

/** Whether an edition may still be confirmed or withdrawn: it has not begun, nor is about to. */
export const isStillToCome = ({ from }: Pick<Edition, 'from'>, now: number): boolean =>
  from !== undefined && now + KNOWN_BEFORE_MS <= beginOf(from);

/** Every fault of a proposal, and of an edition that is about to be confirmed, at its place. */
export function editionFaults(proposal: Proposal, against: Against): ProblemError[] {
  const { content, registrar } = proposal;
  const { editions, rules, now } = against;
  const standing = editions.filter(({ state }) => state !== 'WITHDRAWN');
  const faults: ProblemError[] = [];
  const say = (pointer: string, detail: string) => faults.push({ pointer, detail });

  if (registrar !== undefined && !registrarOf(registrar, legalDateOf(now)))
    say('/registrar', 'UNKNOWN_REGISTRAR');
  if (registrar !== undefined && FOR_ALL.includes(content.kind))
    say('/registrar', 'SAME_FOR_ALL_REGISTRARS');
  faults.push(
    ...(content.kind === 'SWITCHES'
      ? switchFaults(proposal, content, standing, rules)
      : dayFaults(proposal, standing, now)),
  );
  if (content.kind === 'BUNDLE') faults.push(...bundleFaults(content.bundle, proposal, standing));
  if (content.kind === 'CALENDAR') faults.push(...holidayFaults(content.calendar));
  if (content.kind === 'STOP_LIST')
    for (const [index, { word }] of content.words.entries())
      if (content.words.findIndex((it) => it.word === word) < index)
        say(`/content/words/${index}/word`, 'TWICE');
  return faults;
}

function dayFaults(proposal: Proposal, standing: readonly Edition[], now: number): ProblemError[] {
  const { from } = proposal;
  if (from === undefined) return [{ pointer: '/from', detail: 'MISSING' }];
  const same = standing.some((it) => itemOf(it) === itemOf(proposal) && it.from === from);
  return [
    ...(isStillToCome(proposal, now) ? [] : [{ pointer: '/from', detail: 'BEGINS_TOO_SOON' }]),
    ...(same ? [{ pointer: '/from', detail: 'OVERLAPS' }] : []),
  ];
}

/** Off where it is on, on where it is off; one proposal at a time. */
function switchFaults(
  proposal: Proposal,
  { of, on }: Extract<Content, { kind: 'SWITCHES' }>,
  standing: readonly Edition[],
  rules: ReadonlySet<string>,
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (proposal.from !== undefined)
    faults.push({ pointer: '/from', detail: 'TAKES_EFFECT_AT_ONCE' });
  if ('rule' in of && !rules.has(of.rule))
    faults.push({ pointer: '/content/of/rule', detail: 'UNKNOWN_RULE' });
  const own = standing.filter((it) => itemOf(it) === itemOf(proposal));
  const off = switchedOff(own, proposal.registrar);
  const isOff = off.rules.length + off.lanes.length > 0;
  if (on === !isOff)
    faults.push({ pointer: '/content/on', detail: on ? 'NOT_OFF' : 'OFF_ALREADY' });
  if (own.some(({ state }) => state === 'PROPOSED'))
    faults.push({ pointer: '/content/on', detail: 'PROPOSED_ALREADY' });
  return faults;
}
