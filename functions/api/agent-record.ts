import type { Application, SentAttempt } from '../application/application.ts';
import type { Batch } from '../batch/batch.ts';
import { idsMade, practiceEntry } from '../batch/practice-record.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId, BatchId } from '../shared/ids.ts';
import type { AGENT_RECORD_ROUTES } from './agent-record.routes.ts';
import { type Cursor, nextLink, unknownCursor } from './pages.ts';
import type { UseCases } from './request.ts';
import { type RowPorts, rowPage } from './row-page.ts';

type Span = ReturnType<typeof idsMade>;

export interface AgentRecordPorts extends RowPorts {
  nextBatch(agent: string, span: Span): Promise<string | undefined>;
  singles(agent: string, span: Span, limit: number): Promise<readonly string[]>;
  batch(id: BatchId): Promise<Batch>;
  sentUnder(
    ids: readonly ApplicationId[],
  ): Promise<readonly { readonly application: Application; readonly sent: SentAttempt }[]>;
  now(): number;
}

/** A page's applications, and where the next one begins. */
interface Page {
  readonly ids: readonly ApplicationId[];
  readonly next?: Cursor;
}

/**
 * An agent's practice record, page by page in constant requests: a page is part of one file, or of the
 * single applications. It may be short, or empty, before the last.
 */
export function agentRecordUseCases(ports: AgentRecordPorts): UseCases<typeof AGENT_RECORD_ROUTES> {
  return {
    async readPracticeRecord({ caller, query }) {
      const { from, until = legalDateOf(ports.now()), limit, cursor } = query;
      const spanOf = (prefix: 'ap' | 'ba') => idsMade(prefix, from, until);
      const place = placeOf(cursor);
      const page =
        place.in === 'SINGLES'
          ? await singlesPage(ports, caller.subject, spanOf('ap'), limit, place.after)
          : await batchPage(ports, caller.subject, spanOf('ba'), limit, place);
      const found = await ports.sentUnder(page.ids);
      const entries = found.flatMap(({ application, sent }) => {
        // a cursor is no key to another's file
        const own = application.owner === caller.subject;
        return (own && practiceEntry(application, sent)) || [];
      });
      const link = nextLink('/v1/agents/me/practice-record', { from, until, limit }, page.next);
      return { status: 200, body: { entries }, ...link };
    },
  };
}

type Place =
  | { readonly in: 'SINGLES'; readonly after?: string }
  /** `rows`: where in the batch; absent = the batch is told, the next one begins */
  | { readonly in: 'BATCHES'; readonly batch?: BatchId; readonly rows?: string };

const SINGLES = 'singles';

/** @throws {Problem} invalid-request for a cursor that we did not give */
function placeOf(cursor: Cursor | undefined): Place {
  if (cursor === undefined) return { in: 'BATCHES' };
  if (cursor === SINGLES) return { in: 'SINGLES' };
  if (ApplicationId.safeParse(cursor).success) return { in: 'SINGLES', after: cursor };
  const [id, rows] = cursor.split('@');
  const batch = BatchId.safeParse(id);
  if (!batch.success) throw unknownCursor();
  return { in: 'BATCHES', batch: batch.data, ...(rows && { rows }) };
}

async function singlesPage(
  ports: AgentRecordPorts,
  agent: string,
  span: Span,
  limit: number,
  after?: string,
): Promise<Page> {
  const ids = await ports.singles(agent, { ...span, ...(after && { after }) }, limit);
  const last = ids.at(-1);
  return { ids, ...(ids.length === limit && last && { next: last }) };
}

async function batchPage(
  ports: AgentRecordPorts,
  agent: string,
  span: Span,
  limit: number,
  { batch: told, rows: from }: Extract<Place, { in: 'BATCHES' }>,
): Promise<Page> {
  const id =
    told && from ? told : await ports.nextBatch(agent, { ...span, ...(told && { after: told }) });
  if (id === undefined) return { ids: [], next: SINGLES };
  const batch = await ports.batch(BatchId.parse(id)).catch((error: unknown) => {
    if (error instanceof DomainError) throw unknownCursor();
    throw error;
  });
  const { rows, next } = await rowPage(ports, batch, limit, from);
  const ids = rows.flatMap(({ state, applicationId }) =>
    state === 'TAKEN_IN' && applicationId ? [applicationId] : [],
  );
  return { ids, next: next === undefined ? id : `${id}@${next}` };
}
