import type { ApplicationRecord } from '../application/application.ts';
import type { ReadLog } from '../application/read-log.ts';
import type { Annulment, Business } from '../register/business.ts';
import {
  type ActRefusal,
  afterAct,
  type Inquiry,
  InquiryId,
  type ListedInquiry,
} from '../register/inquiry.ts';
import { DomainError } from '../shared/errors.ts';
import type { INQUIRY_ROUTES } from './inquiry.routes.ts';
import { inquiryView } from './inquiry-view.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { Caller, UseCases } from './request.ts';

export interface InquiryPorts {
  /** @throws {DomainError} ApplicationNotFound */
  record(applicationId: string): Promise<ApplicationRecord>;
  business(uscc: string): Promise<Business | undefined>;
  inquiry(uscc: string, id: string): Promise<Inquiry | undefined>;
  list(
    registrar: string,
    limit: number,
    after?: ListedInquiry,
  ): Promise<{ inquiries: readonly ListedInquiry[]; next?: ListedInquiry }>;
  write(next: Inquiry, read: Inquiry): Promise<'COMMITTED' | 'MOVED'>;
  /** the same, and annuls the business in the same transaction */
  annul(next: Inquiry, read: Read, annulment: Annulment): Promise<'COMMITTED' | 'MOVED'>;
  readonly noteReading: ReadLog;
  now(): number;
}

const PROBLEM_OF: Record<ActRefusal, ProblemSlug> = {
  NOT_NOW: 'not-in-this-state',
  ANOTHER_OFFICIAL: 'another-official-must',
  HEAD_ONLY: 'supervisor-only',
};

/** An inquiry, and what it is about, as it was read. */
export interface Read {
  readonly inquiry: Inquiry;
  readonly business: Business;
  readonly record: ApplicationRecord;
}

/** What officials do with inquiries, on the ports that the handler joins. */
export function inquiryUseCases(ports: InquiryPorts): UseCases<typeof INQUIRY_ROUTES> {
  /** An inquiry of one of the caller's registrars; another registrar's does not exist for him. */
  const own = async (id: string | undefined, { registrars }: Caller): Promise<Read> => {
    if (id === undefined || !InquiryId.safeParse(id).success) throw new Problem('not-found');
    const record = await ports.record(`ap_${id.slice('in_'.length).split('-')[0]}`);
    const { uscc = '' } = record.application;
    const [inquiry, business] = await Promise.all([ports.inquiry(uscc, id), ports.business(uscc)]);
    if (!inquiry || !business || !registrars.includes(inquiry.registrar))
      throw new Problem('not-found');
    return { inquiry, business, record };
  };

  /** What is answered has the form's entry of who denies. */
  const note = ({ inquiry, record: { application } }: Read, { subject: by }: Caller) => {
    const at = new Date(ports.now()).toISOString();
    const { registrar } = inquiry;
    return ports.noteReading(application.id, { at, by, registrar, what: 'INQUIRY' });
  };

  return {
    async listInquiries({ caller: { registrars }, query: { registrar, limit, cursor } }) {
      const asked = registrar ?? registrars[0];
      if (asked === undefined || !registrars.includes(asked)) throw new Problem('not-found');
      const { inquiries, next } = await ports.list(asked, limit, placeOf(cursor));
      return {
        status: 200,
        body: { inquiries },
        ...nextLink('/v1/inquiries', { registrar, limit }, next && cursorOf(next)),
      };
    },

    async readInquiry({ parameters: { id }, caller }) {
      const read = await own(id, caller);
      await note(read, caller);
      const { inquiry, business, record } = read;
      return {
        status: 200,
        version: inquiry.version,
        body: inquiryView(inquiry, business, record),
      };
    },

    async actInInquiry({ parameters: { id }, caller, version, body: { act, reason } }) {
      const read = await own(id, caller);
      const { inquiry, business, record } = read;
      if (inquiry.version !== version) throw new Problem('version-stale');
      const at = new Date(ports.now()).toISOString();
      const acted = { act, reason, by: caller.subject, at };
      const after = afterAct(inquiry, acted, caller.grade === 'SUPERVISOR');
      if ('refused' in after) throw new Problem(PROBLEM_OF[after.refused]);
      const { next } = after;
      const annulment = next.state === 'UPHELD' ? annulmentBy(next, acted) : undefined;
      if (annulment && business.status !== 'REGISTERED')
        throw new DomainError('NotInThisState', { inquiryId: inquiry.id });
      await note(read, caller);
      const outcome = annulment
        ? await ports.annul(next, read, annulment)
        : await ports.write(next, inquiry);
      if (outcome === 'MOVED') throw new Problem('version-stale');
      const now = annulment ? { ...business, status: 'ANNULLED' as const } : business;
      return { status: 200, version: next.version, body: inquiryView(next, now, record) };
    },
  };
}

/** @param confirmed the act of the second official */
function annulmentBy({ id, acts }: Inquiry, confirmed: Inquiry['acts'][number]): Annulment {
  const proposed = acts.findLast(({ act }) => act === 'PROPOSE_ANNULMENT');
  if (!proposed) throw new RangeError('confirmed what nobody proposed');
  const { at, by: confirmedBy } = confirmed;
  return { at, proposedBy: proposed.by, confirmedBy, reason: proposed.reason, inquiry: id };
}

const cursorOf = ({ id, uscc, due }: ListedInquiry): string => `${id}~${uscc}~${due}`;

/** @throws {Problem} invalid-request for a cursor that we did not give */
function placeOf(cursor: string | undefined): ListedInquiry | undefined {
  if (cursor === undefined) return undefined;
  const [id, uscc, due] = cursor.split('~');
  if (!InquiryId.safeParse(id).success || !id || !uscc || !due) throw unknownCursor();
  return { id, uscc, due };
}
