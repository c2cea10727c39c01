import type { Business } from '../register/business.ts';
import { type Inquiry, inquiryOfCheck, openedInquiry } from '../register/inquiry.ts';
import type { DueCheck, PostCheck } from '../register/post-check.ts';
import { basisOf } from '../registrar/confirmation.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { parseUscc } from '../shared/unified-social-credit-code.ts';
import { nextLink, unknownCursor } from './pages.ts';
import type { POST_CHECK_ROUTES, PostCheckView } from './post-check.routes.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

/** A business with the checks that were made of it, the first one first. */
export interface Checked {
  readonly business: Business;
  readonly checks: readonly PostCheck[];
}

export interface PostCheckPorts {
  due(
    registrar: string,
    limit: number,
    after?: string,
  ): Promise<readonly (DueCheck & { readonly uscc: string; readonly place: string })[]>;
  read(uscc: string): Promise<Checked | undefined>;
  /** in one transaction with the inquiry that it opens; MOVED: another official was first */
  keep(check: PostCheck, business: Business, inquiry?: Inquiry): Promise<'COMMITTED' | 'MOVED'>;
  now(): number;
}

/** What officials do after a registration by confirmation. */
export function postCheckUseCases(ports: PostCheckPorts): UseCases<typeof POST_CHECK_ROUTES> {
  /** A business of one of the caller's registrars; another registrar's does not exist for him. */
  const own = async (code: string | undefined, { registrars }: Caller): Promise<Checked> => {
    const uscc = parseUscc(code ?? '');
    const read = uscc.ok ? await ports.read(uscc.code) : undefined;
    if (!read || !registrars.includes(read.business.registrar)) throw new Problem('not-found');
    return read;
  };

  return {
    async listPostChecks({ caller, query: { registrar: asked, limit, cursor } }) {
      const registrar = asked ?? caller.registrars[0];
      if (registrar === undefined || !caller.registrars.includes(registrar))
        throw new Problem('not-found');
      if (cursor !== undefined && !/^\d{4}-\d\d-\d\d#[0-9A-Z]{18}$/.test(cursor))
        throw unknownCursor();
      const due = await ports.due(registrar, limit, cursor);
      const checks = due.map(({ place: _place, ...check }) => check);
      const next = due.length === limit ? due.at(-1)?.place : undefined;
      return {
        status: 200,
        body: { checks },
        ...nextLink('/v1/post-checks', { registrar: asked, limit }, next),
      };
    },

    readPostCheck: async ({ parameters: { uscc }, caller }) => answer(await own(uscc, caller)),

    async recordPostCheck({ parameters: { uscc }, caller, version, body: finding }) {
      const { business, checks } = await own(uscc, caller);
      if (version !== versionOf(checks)) throw new DomainError('ApplicationMoved', {});
      const now = ports.now();
      if (!business.postCheck || business.status !== 'REGISTERED')
        throw new DomainError('NotInThisState', {});
      if (finding.result === 'CORRECTION') mustBeAhead(finding.correctBy, legalDateOf(now));
      const at = new Date(now).toISOString();
      const number = checks.length + 1;
      const inquiry =
        finding.result === 'ANNULMENT'
          ? inquiryInto(business, number, finding.found, at)
          : undefined;
      const check: PostCheck = {
        schemaVersion: 1,
        uscc: business.uscc,
        number,
        ...business.postCheck,
        finding,
        by: caller.subject,
        at,
        ...(inquiry && { inquiry: inquiry.id }),
      };
      if ((await ports.keep(check, business, inquiry)) === 'MOVED')
        throw new DomainError('ApplicationMoved', {});
      return answer(await own(uscc, caller));
    },
  };
}

/** The registrar's own inquiry: whether the entry is annulled is decided there, by two officials. */
const inquiryInto = (
  { uscc, registrar, applicationId, attempt }: Business,
  check: number,
  statement: string,
  at: string,
): Inquiry =>
  openedInquiry(
    {
      id: inquiryOfCheck(applicationId, check),
      uscc,
      applicationId,
      attempt,
      registrar,
      statement,
      check,
    },
    at,
  );

/** Of a business's checks: one more than were made. */
const versionOf = (checks: readonly PostCheck[]): number => checks.length + 1;

/** @throws {Problem} invalid-request for a term that is over before it begins */
function mustBeAhead(term: LegalDate, today: LegalDate): void {
  if (term <= today)
    throw new Problem('invalid-request', [{ pointer: '/correctBy', detail: 'not in the future' }]);
}

function answer({ business, checks }: Checked): Answer {
  const { face, registrar, applicationId, status, postCheck } = business;
  const { uscc, name, address, scope, established } = face;
  const body: PostCheckView = {
    uscc,
    name,
    address,
    scope,
    established,
    registrarDivision: registrar,
    basis: basisOf(registrar, established),
    applicationId,
    ...(postCheck && status === 'REGISTERED' && { due: postCheck }),
    checks: checks.map(({ schemaVersion: _schema, uscc: _same, ...check }) => check),
  };
  return { status: 200, version: versionOf(checks), body };
}
