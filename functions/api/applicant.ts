import type { ApplicationRecord } from '../application/application.ts';
import { correct, edit } from '../intake/correct.ts';
import type { IntakePorts } from '../intake/intake-ports.ts';
import { proceed, submit, takeIn } from '../intake/submit.ts';
import type { IndexForm } from '../party/person-index.ts';
import type { Json } from '../shared/canonical-json.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId, type NewId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { APPLICANT_ROUTES } from './applicant.routes.ts';
import { applicationAnswer, type LicenceView } from './application-view.ts';
import { type Cursor, nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

/** One line of an owner's list, as the index shows it. */
export interface ListedApplication {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly updatedAt: string;
}

export interface ApplicantPorts extends IntakePorts {
  readonly index: IndexForm;
  idempotentId(
    caller: string,
    route: string,
    key: string,
    body: Json,
    fresh: string,
  ): Promise<{ id: string; replayed: boolean }>;
  licence(uscc: string): Promise<LicenceView | undefined>;
  owned(
    owner: string,
    limit: number,
    before?: Cursor,
  ): Promise<{ applications: readonly ListedApplication[]; next?: Cursor }>;
  readonly newId: NewId;
}

/** What an applicant does, on the ports that its handler joins. */
export function applicantUseCases(ports: ApplicantPorts): UseCases<typeof APPLICANT_ROUTES> {
  /** The caller's own application; another's does not exist for him. */
  const own = async (
    id: string | undefined,
    caller: Caller,
    version?: number,
  ): Promise<ApplicationRecord> => {
    if (!ApplicationId.safeParse(id).success || id === undefined) throw new Problem('not-found');
    const record = await ports.record(id);
    if (record.application.owner !== caller.subject)
      throw new DomainError('ApplicationNotFound', { applicationId: id });
    if (version !== undefined && record.application.version !== version) {
      throw new DomainError('ApplicationMoved', { applicationId: id });
    }
    return record;
  };

  const answer = async (id: string, language: Language): Promise<Answer> => {
    const record = await ports.record(id);
    const { state, uscc } = record.application;
    const licence = state === 'REGISTERED' && uscc ? await ports.licence(uscc) : undefined;
    return applicationAnswer(record, language, licence);
  };

  return {
    async createApplication({ body, caller, idempotencyKey, language }) {
      const { form, signatures = [], submit: atOnce = false } = body;
      const json: Json = JSON.parse(JSON.stringify(body));
      const { id, replayed } = await ports.idempotentId(
        caller.subject,
        'applications',
        idempotencyKey,
        json,
        ports.newId('ap'),
      );
      if (!replayed) await takeIn(ports, { id, owner: caller.subject, form, signatures }, atOnce);
      else await goOn(id, { form, signatures, owner: caller.subject }, atOnce);
      const { status, ...rest } = await answer(id, language);
      const created = !atOnce && !replayed ? 201 : status;
      const headers = {
        ...rest.headers,
        location: `/v1/applications/${id}`,
        ...(replayed && { 'idempotency-replayed': 'true' }),
      };
      return { ...rest, status: created, headers };
    },

    async listApplications({ caller, query: { limit, cursor } }) {
      if (cursor !== undefined && !ApplicationId.safeParse(cursor).success) throw unknownCursor();
      const { applications, next } = await ports.owned(caller.subject, limit, cursor);
      const link = nextLink('/v1/applications', { limit }, next);
      return { status: 200, body: { applications }, ...link };
    },

    async readApplication({ parameters: { id }, caller, language }) {
      const { application } = await own(id, caller);
      return { ...(await answer(application.id, language)), status: 200 };
    },

    async editApplication({ parameters: { id }, caller, version, body, language }) {
      const record = await own(id, caller, version);
      await edit(ports, record, body.form);
      return answer(record.application.id, language);
    },

    async submitApplication({ parameters: { id }, caller, version, body, language }) {
      const record = await own(id, caller, version);
      await submit(ports, record, body.signatures);
      return answer(record.application.id, language);
    },

    async correctApplication({ parameters: { id }, caller, version, body, language }) {
      const record = await own(id, caller, version);
      await correct(ports, record, body.form);
      return { ...(await answer(record.application.id, language)), status: 201 };
    },
  };

  /** A repeated call: what the first one left undone is done, and nothing twice. */
  async function goOn(
    id: string,
    sent: Pick<Parameters<typeof takeIn>[1], 'form' | 'signatures' | 'owner'>,
    atOnce: boolean,
  ): Promise<void> {
    const there = await ports.record(id).catch((error) => {
      if (error instanceof DomainError && error.name === 'ApplicationNotFound') return undefined;
      throw error;
    });
    if (there) await proceed(ports, there);
    else await takeIn(ports, { id, ...sent }, atOnce);
  }
}
