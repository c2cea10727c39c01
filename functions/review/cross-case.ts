import type { AgentStanding } from '../application/agent-standing.ts';
import type { Application, SentAttempt } from '../application/application.ts';
import type { Verdict } from '../application/decision.ts';
import { personOf } from '../application/form-places.ts';
import { nearSubject } from '../name/near-key.ts';
import type { WantedName } from '../name/wanted-name.ts';
import type { AgentDecisions } from '../party/agent-decisions.ts';
import type { Known, Trace } from '../party/known.ts';
import type { Alike } from '../party/likeness.ts';
import type { ListEntry } from '../party/list-entry.ts';
import { asTyped } from '../party/person-hash.ts';
import { headOf, telephone } from '../party/traces.ts';

/** An entry of a list, by where in the form the one that it is about stands: `/people/p1`. */
export interface Listed extends Pick<ListEntry, 'list' | 'ground' | 'from' | 'until' | 'officer'> {
  readonly pointer: string;
  /** FAVOURED: the department that keeps the list, or referred it */
  readonly source?: string;
}

/** Other applications, this one never counted. Lately: in this period of 30 days or the one before. */
export interface Seen {
  /** businesses that the head has, or that wait for an official; and applications of the same file */
  readonly head?: { readonly businesses: number; readonly sameFile: number };
  /** other applicants of late with the same telephone number or e-mail address, the agent's own left out */
  readonly contacts: readonly { readonly pointer: string; readonly applicants: number }[];
  /** other applications from own premises at the same address */
  readonly address?: {
    readonly ever: number;
    readonly lately: number;
    /** of late, in the same file */
    readonly sameFile?: number;
  };
  /** rows near it in its file that are alike */
  readonly alike?: Alike;
  /** the agent's: decisions of late, and how many of them were returns */
  readonly agent?: AgentDecisions;
}

/** So many are remembered of one subject; all figures of the rules lie below. */
const MOST_REMEMBERED = 40;

/** An application as far as it is compared with others. */
export interface Compared {
  readonly application: Pick<Application, 'id' | 'owner' | 'row'>;
  readonly sent: Pick<SentAttempt, 'form' | 'persons' | 'traces' | 'alike'>;
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
    (known.get(subject)?.entries ?? []).map(({ list, ground, from, until, source, officer }) => ({
      pointer,
      list,
      ground,
      from,
      ...(until !== undefined && { until }),
      ...(list === 'FAVOURED' && { source, ...(officer !== undefined && { officer }) }),
    })),
  );

/** Hash of who is answerable. Keys come from outside, and one like `constructor` must not reach the prototype. */
const headIn = ({ form, persons = {} }: Compared['sent']): string | undefined => {
  const key = headOf(form) ?? '';
  return Object.hasOwn(persons, key) ? persons[key] : undefined;
};

/** Who applies, as far as applicants are told apart: the head, or the application of a head who is not known. */
const applicantIn = ({ application, sent }: Compared): string =>
  (headIn(sent) ?? application.id).slice(0, 30);

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
  const head = headIn(sent);
  const address = sent.traces?.['/premises/address'];
  const of = (subject: string | undefined) => known.get(subject ?? '');
  const inSameFile = (seen: readonly string[]) =>
    row ? seen.filter((it) => it.endsWith(`@${row.batchId}`)).length : 0;
  const atAddress = without(of(address)?.lately, inFile(record));
  const decisions = decisionsOfAgent(record, of(agentIn(record)));
  return {
    ...(head && {
      head: {
        businesses: without(of(head)?.ever, id).length,
        sameFile: inSameFile(without(of(head)?.lately, inFile(record))),
      },
    }),
    contacts: contactsOf(record, agent).map(([pointer, contact]) => ({
      pointer,
      applicants: without(of(contact)?.lately, applicantIn(record)).length,
    })),
    ...(address && {
      address: {
        ever: without(of(address)?.ever, id).length,
        lately: atAddress.length,
        ...(row && { sameFile: inSameFile(atAddress) }),
      },
    }),
    ...(sent.alike && { alike: sent.alike }),
    ...(decisions.decided > 0 && { agent: decisions }),
  };
}

const agentIn = ({ application: { owner }, sent }: Compared): string | undefined =>
  sent.form.mandate && `AGENT:${owner}`;

/** Those of his files, counted when they are closed, and those of his single applications. */
function decisionsOfAgent(
  { application: { id } }: Compared,
  agent: Known | undefined,
): AgentDecisions {
  const { decided = 0, returned = 0 } = agent?.decisions ?? {};
  const singles = [...(agent?.lately ?? [])].filter((it) => !it.endsWith(id));
  const back = singles.filter((it) => it.startsWith('RETURN'));
  return { decided: decided + singles.length, returned: returned + back.length };
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
  const head = headIn(sent);
  const address = sent.traces?.['/premises/address'];
  const applicant = applicantIn(record);
  const contacts = new Set(contactsOf(record, agent).map(([, contact]) => contact));
  const sender = application.row ? undefined : agentIn(record);
  const traces: readonly Trace[] = [
    ...[...contacts].map((subject) => ({ subject, lately: applicant })),
    ...(address ? [{ subject: address, lately: inFile(record), ever: id }] : []),
    ...(head
      ? [{ subject: head, lately: inFile(record), ...(verdict !== 'RETURN' && { ever: id }) }]
      : []),
    ...(sender ? [{ subject: sender, lately: `${verdict} ${id}` }] : []),
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

/** The 字号 itself, where names that are near it are looked for. */
export function nameLeft(name: WantedName | undefined, known: KnownOf): readonly Trace[] {
  if (!name) return [];
  const subject = nearSubject(name);
  return isNew(known.get(subject)?.ever, name.key) ? [{ subject, ever: name.key }] : [];
}

const isNew = (seen: ReadonlySet<string> | undefined, it: string): boolean =>
  !seen || (!seen.has(it) && seen.size < MOST_REMEMBERED);
