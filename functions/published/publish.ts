import { digestOf } from '../shared/digest.ts';
import { DomainError } from '../shared/errors.ts';
import type { EditionId, NewId } from '../shared/ids.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import { type Edition, effectOf, type Proposal } from './edition.ts';
import { type Against, editionFaults, isStillToCome } from './edition-faults.ts';

/**
 * Every edition at one moment. Whoever writes, writes the next state, so nobody overlooks what another
 * has published.
 */
export interface Published {
  /** counts the writes; 0 = nothing was ever published */
  readonly state: number;
  readonly editions: readonly Edition[];
}

export interface PublishPorts {
  published(): Promise<Published>;
  /** MOVED: the edition has changed; CONTENDED: another has, so it is judged again */
  write(next: Edition, judgedBy: number): Promise<'COMMITTED' | 'MOVED' | 'CONTENDED'>;
  now(): number;
}

/** What became of an act: the edition as it is now, or every fault that forbids it. */
export type Outcome = { readonly edition: Edition } | { readonly faults: readonly ProblemError[] };

/** Others may publish at the same moment: so often an act is judged anew. */
const TRIES = 5;

/**
 * Judges an act by all editions that there are, and writes it on the condition that no other came between.
 *
 * @throws {DomainError} RegisterContended when others kept publishing; ApplicationMoved when the edition has changed
 */
async function judged(
  ports: PublishPorts,
  act: (against: Omit<Against, 'rules'>) => Promise<Outcome>,
): Promise<Outcome> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const { state, editions } = await ports.published();
    const outcome = await act({ editions, now: ports.now() });
    if ('faults' in outcome) return outcome;
    const written = await ports.write(outcome.edition, state);
    if (written === 'COMMITTED') return outcome;
    if (written === 'MOVED')
      throw new DomainError('ApplicationMoved', { editionId: outcome.edition.id });
  }
  throw new DomainError('RegisterContended');
}

const isSwitchedOffBy = ({ content }: Proposal): boolean =>
  content.kind === 'SWITCHES' && !content.on;

/** Proposes an edition; what switches off takes effect with it. */
export const propose = (
  ports: PublishPorts,
  rules: ReadonlySet<string>,
  id: EditionId,
  proposal: Proposal,
  by: string,
): Promise<Outcome> =>
  judged(ports, async ({ editions, now }) => {
    const faults = editionFaults(proposal, { editions, rules, now });
    if (faults.length > 0) return { faults };
    const at = new Date(now).toISOString();
    return {
      edition: {
        schemaVersion: 1,
        id,
        ...proposal,
        state: 'PROPOSED',
        version: 1,
        digest: await digestOf(effectOf(proposal)),
        proposedBy: by,
        proposedAt: at,
        ...(isSwitchedOffBy(proposal) && { state: 'CONFIRMED', confirmedAt: at }),
      },
    };
  });

/** Confirms what another has proposed; it is judged again, because others may have been published since. */
export const confirm = (
  ports: PublishPorts,
  rules: ReadonlySet<string>,
  read: Edition,
  by: string,
): Promise<Outcome> =>
  judged(ports, async ({ editions, now }) => {
    const others = editions.filter(({ id }) => id !== read.id);
    const { content, registrar, from, reason } = read;
    const faults = editionFaults(
      { content, registrar, from, reason },
      { editions: others, rules, now },
    );
    if (faults.length > 0) return { faults };
    return {
      edition: {
        ...read,
        state: 'CONFIRMED',
        version: read.version + 1,
        confirmedBy: by,
        confirmedAt: new Date(now).toISOString(),
      },
    };
  });

/** Whether an edition can be withdrawn: it was not confirmed, or has not begun. */
const isWithdrawable = (edition: Edition, now: number): boolean =>
  edition.state === 'PROPOSED' || (edition.state === 'CONFIRMED' && isStillToCome(edition, now));

/** Withdraws an edition before it takes effect. */
export const withdraw = (ports: PublishPorts, read: Edition, by: string): Promise<Outcome> =>
  judged(ports, async ({ now }) => {
    if (!isWithdrawable(read, now)) throw new DomainError('NotInThisState', { editionId: read.id });
    return {
      edition: {
        ...read,
        state: 'WITHDRAWN',
        version: read.version + 1,
        withdrawnBy: by,
        withdrawnAt: new Date(now).toISOString(),
      },
    };
  });

/**
 * Switches a rule off for all registrars by an act of the machine, at once; that it is off already
 * is as well. A machine never switches on.
 *
 * @param by which of our acts it is, e.g. `agreement`
 */
export const switchingOff =
  (ports: PublishPorts & { readonly newId: NewId }) =>
  async (rule: string, reason: string, by: string): Promise<'OFF' | 'OFF_ALREADY'> => {
    const content = { kind: 'SWITCHES', of: { rule }, on: false } as const;
    const proposal = { content, reason };
    const outcome = await propose(ports, new Set([rule]), ports.newId('ed'), proposal, by);
    return 'edition' in outcome ? 'OFF' : 'OFF_ALREADY';
  };
