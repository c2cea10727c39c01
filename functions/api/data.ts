import { calendarOn } from '../published/calendar-in-force.ts';
import { countingOn } from '../published/counting-editions.ts';
import type { Edition } from '../published/edition.ts';
import { limitsPublished, switchedOff } from '../published/in-force.ts';
import {
  confirm,
  type Outcome,
  type PublishPorts,
  propose,
  withdraw,
} from '../published/publish.ts';
import type { StatisticalFigures } from '../registrar/statistical-figures.ts';
import { limitsOf } from '../registrar/statistical-limits.ts';
import type { LegalDate } from '../shared/calendar.ts';
import type { Json } from '../shared/canonical-json.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { EditionId, type NewId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { DATA_ROUTES, EditionView, PublishedView } from './data.routes.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

export interface DataPorts extends PublishPorts {
  idempotentId<Id extends string>(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: Id,
  ): Promise<{ id: Id; replayed: boolean }>;
  /** @throws {DomainError} ApplicationNotFound */
  edition(id: EditionId): Promise<Edition>;
  /** ids of the rules in force */
  readonly rules: ReadonlySet<string>;
  rulesInWords(language: Language): PublishedView['rules'];
  readonly newId: NewId;
}

/** What is for one registrar is its own officials' affair; what is for all is every official's. */
const isSeenBy = ({ registrar }: Pick<Edition, 'registrar'>, { registrars }: Caller): boolean =>
  registrar === undefined || registrars.includes(registrar);

const viewOf = ({ schemaVersion: _, ...edition }: Edition): EditionView => edition;
const answer = (edition: Edition, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  version: edition.version,
  body: viewOf(edition),
  ...more,
});

/** @throws {Problem} edition-refused, with every fault */
function accepted(outcome: Outcome): Edition {
  if ('faults' in outcome) throw new Problem('edition-refused', outcome.faults);
  return outcome.edition;
}

/** Publishing dated data, on the ports that the handler joins. */
export function dataUseCases(ports: DataPorts): UseCases<typeof DATA_ROUTES> {
  const seen = async (id: string | undefined, caller: Caller): Promise<Edition> => {
    const known = EditionId.safeParse(id);
    if (!known.success) throw new Problem('not-found');
    const edition = await ports.edition(known.data);
    if (!isSeenBy(edition, caller)) throw new Problem('not-found');
    return edition;
  };

  /** The edition as a supervisor may change it, at the version that he read. */
  const changeable = async (
    id: string | undefined,
    caller: Caller,
    version: number,
  ): Promise<Edition> => {
    const edition = await seen(id, caller);
    if (caller.grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
    if (edition.version !== version) throw new Problem('version-stale');
    return edition;
  };

  return {
    async readPublished({ caller, query: { registrar }, language }) {
      if (!isSeenBy({ registrar }, caller)) throw new Problem('not-found');
      const { editions } = await ports.published();
      const body: PublishedView = {
        ...countsOn(legalDateOf(ports.now()), editions, registrar),
        rules: ports.rulesInWords(language),
      };
      return { status: 200, body, headers: { 'content-language': language } };
    },

    async listEditions({ caller, query: { limit, cursor, kind } }) {
      if (cursor !== undefined && !EditionId.safeParse(cursor).success) throw unknownCursor();
      const { editions } = await ports.published();
      const asked = editions
        .filter((it) => isSeenBy(it, caller) && (!kind || it.content.kind === kind))
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .filter(({ id }) => cursor === undefined || id < cursor);
      const page = asked.slice(0, limit);
      const next = asked.length > limit ? page.at(-1)?.id : undefined;
      return {
        status: 200,
        body: { editions: page.map(viewOf) },
        ...nextLink('/v1/editions', { limit, kind }, next),
      };
    },

    /** A repeated call gets the same edition, whatever has become of it. */
    async proposeEdition({ caller, idempotencyKey, body }) {
      if (!isSeenBy(body, caller)) throw new Problem('not-found');
      if (caller.grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
      const { id, replayed } = await ports.idempotentId(
        caller.subject,
        'editions',
        idempotencyKey,
        JSON.parse(JSON.stringify(body)),
        ports.newId('ed'),
      );
      const kept = replayed && (await ports.edition(id).catch(unlessThereIsNone));
      const edition = kept || accepted(await propose(ports, ports.rules, id, body, caller.subject));
      return answer(edition, {
        status: 201,
        headers: {
          location: `/v1/editions/${id}`,
          ...(replayed && { 'idempotency-replayed': 'true' }),
        },
      });
    },

    readEdition: async ({ parameters: { id }, caller }) => answer(await seen(id, caller)),

    async confirmEdition({ parameters: { id }, caller, version }) {
      const read = await changeable(id, caller, version);
      if (read.state !== 'PROPOSED')
        throw new DomainError('NotInThisState', { editionId: read.id });
      if (read.proposedBy === caller.subject) throw new Problem('another-official-must');
      return answer(accepted(await confirm(ports, ports.rules, read, caller.subject)));
    },

    async withdrawEdition({ parameters: { id }, caller, version }) {
      const read = await changeable(id, caller, version);
      return answer(accepted(await withdraw(ports, read, caller.subject)));
    },
  };
}

/** What counts on a day, as an official who publishes the next edition has it before him. */
function countsOn(
  on: LegalDate,
  editions: readonly Edition[],
  registrar: string | undefined,
): Omit<PublishedView, 'rules'> {
  const limits = limitsPublished(editions, registrar, on) ?? { figures: released(registrar, on) };
  const words = countingOn(editions, 'STOP_LIST', on).find((it) => it.registrar === registrar);
  return {
    on,
    limits,
    calendar: calendarOn(editions, on),
    words: words?.content.words ?? [],
    switchedOff: switchedOff(editions, registrar),
  };
}

/** @throws {RangeError} for a day before the first figures */
function released(registrar: string | undefined, on: LegalDate): StatisticalFigures {
  const found = limitsOf(registrar, on);
  if (!found) throw new RangeError(`no statistical limits on ${on}`);
  const { from: _from, until: _until, registrar: _registrar, ...figures } = found;
  return figures;
}

/** The first call took the key and then failed: the edition is still to be made. */
function unlessThereIsNone(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.name !== 'ApplicationNotFound') throw error;
}
