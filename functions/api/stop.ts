import { Issued, type IssuedPage, type IssuedPlace } from '../register/issued.ts';
import type { Stop, StopScope } from '../register/stop.ts';
import type { Json } from '../shared/canonical-json.ts';
import { DomainError } from '../shared/errors.ts';
import { type NewId, StopId } from '../shared/ids.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';
import type { STOP_ROUTES, StopView } from './stop.routes.ts';

export interface StopPorts {
  idempotentId(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: StopId,
  ): Promise<{ id: StopId; replayed: boolean }>;
  stops(limit: number, after?: string): Promise<{ stops: readonly Stop[]; next?: string }>;
  /** @throws {DomainError} ApplicationNotFound */
  stop(id: StopId): Promise<Stop>;
  create(stop: Stop): Promise<'COMMITTED' | 'STOPPED'>;
  write(next: Stop, read: Stop): Promise<'COMMITTED' | 'MOVED'>;
  issuedSince(
    scope: StopScope,
    registrars: readonly string[],
    since: string,
    limit: number,
    from?: IssuedPlace,
  ): Promise<IssuedPage>;
  readonly newId: NewId;
  now(): number;
}

/** A stop of one registrar is its own officials' affair; any other stop is every official's. */
const isSeenBy = ({ scope }: Pick<Stop, 'scope'>, { registrars }: Caller): boolean =>
  scope.kind !== 'REGISTRAR' || registrars.includes(scope.id);

const viewOf = ({ schemaVersion: _, ...stop }: Stop): StopView => stop;
const answer = (stop: Stop, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  version: stop.version,
  body: viewOf(stop),
  ...more,
});

/** Stopping and resuming, on the ports that the handler joins. */
export function stopUseCases(ports: StopPorts): UseCases<typeof STOP_ROUTES> {
  const seen = async (id: string | undefined, caller: Caller): Promise<Stop> => {
    if (id === undefined || !StopId.safeParse(id).success) throw new Problem('not-found');
    const stop = await ports.stop(id);
    if (!isSeenBy(stop, caller)) throw new Problem('not-found');
    return stop;
  };

  /** The stop as a supervisor may change it, at the version that he read. */
  const changeable = async (
    id: string | undefined,
    caller: Caller,
    version: number,
    state: Stop['state'],
  ): Promise<Stop> => {
    const stop = await seen(id, caller);
    if (caller.grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
    if (stop.version !== version) throw new Problem('version-stale');
    if (stop.state !== state) throw new DomainError('NotInThisState', { stopId: stop.id });
    return stop;
  };

  const changed = async (read: Stop, change: Partial<Stop>): Promise<Answer> => {
    const next: Stop = { ...read, ...change, version: read.version + 1 };
    if ((await ports.write(next, read)) === 'MOVED') throw new Problem('version-stale');
    return answer(next);
  };
  const at = () => new Date(ports.now()).toISOString();

  return {
    async listStops({ caller, query: { limit, cursor } }) {
      if (cursor !== undefined && !/^(STOP|PAST)#[\w#.:@-]{1,120}$/.test(cursor))
        throw unknownCursor();
      const { stops, next } = await ports.stops(limit, cursor);
      const own = stops.filter((stop) => isSeenBy(stop, caller));
      return {
        status: 200,
        body: { stops: own.map(viewOf) },
        ...nextLink('/v1/stops', { limit }, next),
      };
    },

    /** A repeated call gets the same stop, though it may have ended since: it never stops anew. */
    async stopIssuance({ caller, idempotencyKey, body }) {
      const { scope, reason } = body;
      if (!isSeenBy({ scope }, caller)) throw new Problem('not-found');
      if (caller.grade !== 'SUPERVISOR') throw new Problem('supervisor-only');
      const fresh = ports.newId('st');
      const { id, replayed } = await ports.idempotentId(
        caller.subject,
        'stops',
        idempotencyKey,
        body,
        fresh,
      );
      const made = (stop: Stop): Answer =>
        answer(stop, {
          status: 201,
          headers: {
            location: `/v1/stops/${stop.id}`,
            ...(replayed && { 'idempotency-replayed': 'true' }),
          },
        });
      const kept = replayed && (await ports.stop(id).catch(unlessThereIsNone));
      if (kept) return made(kept);
      const stop: Stop = {
        schemaVersion: 1,
        id,
        scope,
        state: 'IN_FORCE',
        version: 1,
        since: at(),
        by: caller.subject,
        reason,
      };
      if ((await ports.create(stop)) === 'STOPPED')
        throw new DomainError('NotInThisState', { stopId: id });
      return made(stop);
    },

    readStop: async ({ parameters: { id }, caller }) => answer(await seen(id, caller)),

    async proposeResumption({ parameters: { id }, caller, version }) {
      const read = await changeable(id, caller, version, 'IN_FORCE');
      const proposed = { proposedBy: caller.subject, proposedAt: at() };
      return changed(read, { state: 'RESUMING', ...proposed });
    },

    async confirmResumption({ parameters: { id }, caller, version }) {
      const read = await changeable(id, caller, version, 'RESUMING');
      if (read.proposedBy === caller.subject) throw new Problem('another-official-must');
      return changed(read, { state: 'ENDED', confirmedBy: caller.subject, endedAt: at() });
    },

    async listIssued({ parameters: { id }, caller, query: { since, limit, cursor } }) {
      const { scope, id: stopId } = await seen(id, caller);
      const from = cursor === undefined ? undefined : placeOf(cursor, caller);
      const { issued, next } = await ports.issuedSince(
        scope,
        caller.registrars,
        since,
        limit,
        from,
      );
      return {
        status: 200,
        body: { issued },
        ...nextLink(`/v1/stops/${stopId}/issued`, { since, limit }, next && cursorOf(next)),
      };
    },
  };
}

/** The first call took the key and then failed: the stop is still to be made. */
function unlessThereIsNone(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.name !== 'ApplicationNotFound') throw error;
}

const cursorOf = ({ registrar, shard, last }: IssuedPlace): string =>
  [registrar, shard, ...(last ? [last.uscc, last.issuedAt] : [])].join('~');

/** @throws {Problem} invalid-request for a cursor that we did not give, or gave to another registrar's official */
function placeOf(cursor: string, { registrars }: Caller): IssuedPlace {
  const [registrar = '', shard, uscc, issuedAt] = cursor.split('~');
  const last = Issued.pick({ uscc: true, issuedAt: true }).safeParse({ uscc, issuedAt });
  if (!registrars.includes(registrar) || !/^\d$/.test(shard ?? '')) throw unknownCursor();
  if (uscc !== undefined && !last.success) throw unknownCursor();
  return { registrar, shard: Number(shard), ...(last.success && { last: last.data }) };
}
