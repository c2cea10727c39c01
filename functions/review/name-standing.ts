import type { Application } from '../application/application.ts';
import { type Holdings, type HoldPorts, reservedUntil } from '../application/holds.ts';
import { conflictsOn, holdingOf } from '../name/name-card.ts';
import type { WantedName } from '../name/wanted-name.ts';
import { chooseScope } from '../scope/chosen-scope.ts';
import { legalDateOf } from '../shared/days.ts';
import type { Gathered } from './gathered-facts.ts';

/** What the form says that the term of a reservation hangs on. */
interface Asked {
  readonly application: Pick<Application, 'id' | 'createdAt'>;
  readonly scope: Parameters<typeof chooseScope>[0];
  readonly submittedAt: string;
  readonly now: string;
  /** not for one of two who want the same */
  readonly mayHold: boolean;
}

/**
 * Who stands against the name, and until when it is reserved. A reservation that was missed at
 * submission, or has lapsed, is made up for here; where an approval must come first, it is lengthened
 * to a year from the beginning (企业名称登记管理规定 art. 18). Whom the applicant is linked to stands among the
 * conflicts, and not in the way: rule NM-08 asks for the proof.
 */
export async function nameStanding(
  ports: Pick<HoldPorts, 'reserveName'>,
  name: WantedName | undefined,
  { card }: Pick<Holdings, 'card'>,
  { application: { id, createdAt }, scope, submittedAt, now, mayHold }: Asked,
): Promise<Pick<Gathered, 'nameConflicts' | 'nameReservedUntil'>> {
  if (!name) return { nameConflicts: [] };
  const { industry, linked = [] } = name;
  const conflicts = conflictsOn(card, { industry, holder: id, now });
  const held = holdingOf(card, industry, id);
  const year = reservedUntil(createdAt, 'approvalFirst');
  const approvalFirst =
    year > now &&
    chooseScope(scope, legalDateOf(submittedAt)).items.some(({ preApproval }) => preApproval);
  const until = approvalFirst ? year : reservedUntil(now);

  const against = conflicts.some(({ holder = '' }) => !linked.includes(holder));
  const enough =
    held?.until !== undefined && held.until > now && (!approvalFirst || held.until >= year);
  if (against || enough || !mayHold) return { nameConflicts: conflicts, ...reserved(held?.until) };
  const lost = await ports.reserveName(name, id, now, until, approvalFirst);
  return {
    nameConflicts: [...conflicts, ...lost],
    ...reserved(lost.length > 0 ? held?.until : until),
  };
}

/** A reservation lapses as its last day ends. */
const reserved = (until: string | undefined) =>
  until === undefined ? {} : { nameReservedUntil: legalDateOf(Date.parse(until) - 1) };
