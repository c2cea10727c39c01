import type { AgentStanding } from '../application/agent-standing.ts';
import type { Application, SentAttempt } from '../application/application.ts';
import type { Verdict } from '../application/decision.ts';
import { personOf } from '../application/form-places.ts';
import type { Known, Trace } from '../party/known.ts';
import type { ListEntry } from '../party/list-entry.ts';
import { asTyped } from '../party/person-hash.ts';
import { headOf, telephone } from '../party/traces.ts';

/** An entry of a list, by where in the form the one that it is about stands: `/people/p1`. */
export interface Listed extends Pick<ListEntry, 'list' | 'ground' | 'from' | 'until'> {
  readonly pointer: string;
}

/** Other applications, this one never counted. Lately: in this period of 30 days or the one before. */
export interface Seen {
  /** businesses that the head has, or that wait for an official; and applications of the same file */
  readonly head?: { readonly businesses: number; readonly sameFile: number };
  /** other applicants of late with the same telephone number or e-mail address, the agent's own left out */
  readonly contacts: readonly { readonly pointer: string; readonly applicants: number }[];
  /** other applications from own premises at the same address */
  readonly address?: { readonly ever: number; readonly lately: number };
}

/** So many are remembered of one subject; all figures of the rules lie below. */
const MOST_REMEMBERED = 40;

/** An application as far as it is compared with others. */
export interface Compared {
  readonly application: Pick<Application, 'id' | 'owner' | 'row'>;
  readonly sent: Pick<SentAttempt, 'form' | 'persons' | 'traces'>;
}

/** Whom and what the form names: JSON Pointer → subject. */
export function subjectsOf({ application, sent }: Compared): ReadonlyMap<string, string> {
  const { form, persons = {}, traces = {} } = sent;
  const { premises, mandate, shareholders = [] } = form;
  return new Map([
    ...Object.entries(persons).map(([key, hash]) => [`/people/${key}`, hash] as const),
    ...Object.entries(traces),
    ...shareholders.flatMap(({ company }, at) =>
      company?.uscc?.trim()
        ? [[`/shareholders/${at}/company`, `USCC:${asTyped(company.uscc)}`] as const]
        : [],
    ),
    ...(premises?.kind === 'CLUSTER' && premises.host
      ? [['/premises/host', `HOST:${premises.host}`] as const]
      : []),
    ...(mandate ? [['/mandate/agent', `AGENT:${application.owner}`] as const] : []),
  ]);
}

type KnownOf = ReadonlyMap<string, Known>;

export const listedIn = (subjects: ReadonlyMap<string, string>, known: KnownOf): Listed[] =>
  [...subjects].flatMap(([pointer, subject]) =>
    (known.get(subject)?.entries ?? []).map(({ list, ground, from, until }) => ({
      pointer,
      list,
      ground,
      from,
      ...(until !== undefined && { until }),
    })),
  );

/** Who applies, as far as applicants are told apart: the head, or the application of a head who is not known. */
const applicantIn = ({ application, sent }: Compared): string =>
  (sent.persons?.[headOf(sent.form) ?? ''] ?? application.id).slice(0, 30);

const inFile = ({ application: { id, row } }: Compared): string =>
  row ? `${id}@${row.batchId}` : id;

/** Where the agent's own telephone number and e-mail address stand in the form. */
const isAgents = (
  { sent: { form } }: Compared,
  agent: AgentStanding | undefined,
  pointer: string,
): boolean => {
  const [, , key = '', field] = pointer.split('/');
  const { phone = '', email = '' } = personOf(form, key) ?? {};
  return field === 'phone'
    ? agent?.phone !== undefined && telephone(phone) === telephone(agent.phone)
    : agent?.email !== undefined && asTyped(email) === asTyped(agent.email);
};

const CONTACT = /^\/people\/[^/]+\/(phone|email)$/;

const contactsOf = (record: Compared, agent: AgentStanding | undefined) =>
  Object.entries(record.sent.traces ?? {}).filter(
    ([pointer]) => CONTACT.test(pointer) && !isAgents(record, agent, pointer),
  );

const without = (seen: ReadonlySet<string> | undefined, own: string): readonly string[] =>
  [...(seen ?? [])].filter((it) => it !== own);

export function seenWith(record: Compared, known: KnownOf, agent: AgentStanding | undefined): Seen {
  const { application, sent } = record;
  const { id, row } = application;
  const head = sent.persons?.[headOf(sent.form) ?? ''];
  const address = sent.traces?.['/premises/address'];
  const of = (subject: string | undefined) => known.get(subject ?? '');
  const others = without(of(head)?.lately, inFile(record));
  return {
    ...(head && {
      head: {
        businesses: without(of(head)?.ever, id).length,
        sameFile: row ? others.filter((it) => it.endsWith(`@${row.batchId}`)).length : 0,
      },
    }),
    contacts: contactsOf(record, agent).map(([pointer, contact]) => ({
      pointer,
      applicants: without(of(contact)?.lately, applicantIn(record)).length,
    })),
    ...(address && {
      address: {
        ever: without(of(address)?.ever, id).length,
        lately: without(of(address)?.lately, id).length,
      },
    }),
  };
}

/**
 * What an application leaves behind when it is decided: at its contacts the applicant, at its address
 * and its head itself. What is returned makes no business. Of a subject that has enough nothing more
 * is written, so no item grows and none is hot for long.
 */
export function tracesLeft(
  record: Compared,
  known: KnownOf,
  agent: AgentStanding | undefined,
  verdict: Verdict,
): readonly Trace[] {
  const { application, sent } = record;
  const { id } = application;
  const head = sent.persons?.[headOf(sent.form) ?? ''];
  const address = sent.traces?.['/premises/address'];
  const applicant = applicantIn(record);
  const contacts = new Set(contactsOf(record, agent).map(([, contact]) => contact));
  const traces: readonly Trace[] = [
    ...[...contacts].map((subject) => ({ subject, lately: applicant })),
    ...(address ? [{ subject: address, lately: id, ever: id }] : []),
    ...(head
      ? [{ subject: head, lately: inFile(record), ...(verdict !== 'RETURN' && { ever: id }) }]
      : []),
  ];
  return traces.flatMap(({ subject, lately, ever }) => {
    const { lately: had, ever: kept } = known.get(subject) ?? {};
    const news = {
      ...(lately && isNew(had, lately) && { lately }),
      ...(ever && isNew(kept, ever) && { ever }),
    };
    return Object.keys(news).length > 0 ? [{ subject, ...news }] : [];
  });
}

const isNew = (seen: ReadonlySet<string> | undefined, it: string): boolean =>
  !seen || (!seen.has(it) && seen.size < MOST_REMEMBERED);
