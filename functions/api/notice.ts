import type { JSONWebKeySet } from 'jose';
import type { KeptNotice, NoticeLanguage } from '../notice/notice.ts';
import { noticePage, type PrintedPage, personalPage } from '../notice/notice-page.ts';
import { verifyNotice } from '../notice/notice-seal.ts';
import { type Dossier, type DueNotice, type NoticeClock, noticesOf } from '../notice/notices-of.ts';
import { personalPageOf } from '../notice/personal-page.ts';
import { remediesUntil } from '../notice/remedies.ts';
import { type ServePorts, serve } from '../notice/serve.ts';
import { promisesInForce } from '../registrar/promises.ts';
import { legalDateOf } from '../shared/days.ts';
import { ApplicationId } from '../shared/ids.ts';
import { type DisclosurePorts, disclosureAnswer } from './disclosure.ts';
import type { NOTICE_ROUTES, NoticeView } from './notice.routes.ts';
import { Problem } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';

export interface NoticePorts extends ServePorts, DisclosurePorts {
  /** @throws {DomainError} ApplicationNotFound */
  dossier(applicationId: string): Promise<Dossier>;
  served(applicationId: string): Promise<readonly KeptNotice[]>;
  /** our public keys, also those that no longer sign */
  jwks(): Promise<JSONWebKeySet>;
  clock(): Promise<NoticeClock>;
}

/** Notices of one's own applications, who received their data, and the verification of notices by anybody. */
export function noticeUseCases(ports: NoticePorts): UseCases<typeof NOTICE_ROUTES> {
  /** The caller's own application; another's does not exist for him. */
  const own = async (id: string | undefined, { subject }: Caller): Promise<Dossier> => {
    if (id === undefined || !ApplicationId.safeParse(id).success) throw new Problem('not-found');
    const dossier = await ports.dossier(id);
    if (dossier.application.owner !== subject) throw new Problem('not-found');
    return dossier;
  };

  /** A notice that is due or was served: reading it is its service, once. */
  const read = async (
    { id, number }: Readonly<Record<string, string | undefined>>,
    caller: Caller,
  ): Promise<Read> => {
    const dossier = await own(id, caller);
    const { application, attempts } = dossier;
    const due = noticesOf(dossier, await ports.clock()).find((it) => it.number === number);
    const to = caller.audience === 'agent' ? 'AGENT' : 'APPLICANT';
    const notice = due
      ? await serve(ports, application.id, due, { to, by: caller.subject })
      : (await ports.served(application.id)).find(({ head }) => head.number === number);
    const sent = notice && attempts.get(notice.head.attempt)?.sent;
    if (!sent) throw new Problem('not-found');
    return { notice, personal: notice.personal ?? personalPageOf(sent.form) };
  };

  return {
    async listNotices({ parameters: { id }, caller }) {
      const dossier = await own(id, caller);
      const served = await ports.served(dossier.application.id);
      const due = noticesOf(dossier, await ports.clock());
      return { status: 200, body: { notices: listed(due, served) } };
    },

    async readNotice({ parameters, caller, query, language }) {
      const body = noticeView(await read(parameters, caller), query.language ?? language);
      return { status: 200, body };
    },

    async readNoticePage({ parameters, caller, query, language }) {
      const { notice } = await read(parameters, caller);
      return pageAnswer(await noticePage(notice, query.language ?? language));
    },

    async readPersonalPage({ parameters, caller, query, language }) {
      const { notice, personal } = await read(parameters, caller);
      return pageAnswer(await personalPage(notice, personal, query.language ?? language));
    },

    async listDisclosures({ parameters: { id }, caller, query, language }) {
      return disclosureAnswer(ports, await own(id, caller), { ...query, language });
    },

    async verifyNotice({ body: { jws, text } }) {
      const ours = { jwks: await ports.jwks(), issuer: ports.issuer };
      return { status: 200, body: await verifyNotice(jws, ours, text) };
    },

    async readPromises() {
      const release = promisesInForce(legalDateOf(ports.now()));
      if (!release) throw new Problem('not-found');
      const { version, from, texts } = release;
      return { status: 200, body: { version, from, promises: texts } };
    },
  };
}

interface Read {
  readonly notice: KeptNotice;
  readonly personal: ReturnType<typeof personalPageOf>;
}

/** What is due and what was served, each once: a reminder that another followed is only among the served. */
function listed(due: readonly DueNotice[], served: readonly KeptNotice[]) {
  const lines = due.map(({ number, matter, attempt, at }) => ({
    number,
    kind: matter.kind,
    attempt,
    date: legalDateOf(at),
  }));
  const past = served
    .filter(({ head }) => !due.some(({ number }) => number === head.number))
    .map(({ head: { number, kind, attempt, date } }) => ({ number, kind, attempt, date }));
  return [...past, ...lines].map((line) => {
    const there = served.find(({ head }) => head.number === line.number)?.served;
    return { ...line, ...(there && { served: { at: there.at, to: there.to } }) };
  });
}

function noticeView({ notice, personal }: Read, language: NoticeLanguage): NoticeView {
  const { head, texts, jws, salt, served } = notice;
  return {
    head,
    texts: { 'zh-Hans': texts['zh-Hans'], [language]: texts[language] },
    personalPage: { ...personal, salt },
    jws,
    served: { at: served.at, to: served.to },
    ...((head.kind === 'REFUSAL' || head.kind === 'CORRECTION_ORDER') && {
      remedies: remediesUntil(served.at),
    }),
  };
}

const pageAnswer = ({ html, contentSecurityPolicy }: PrintedPage): Answer => ({
  status: 200,
  body: html,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
  },
});
