import * as z from 'zod';
import type { Said } from './clients.ts';
import { at, type Caller, type Door, type Reply } from './door.ts';

const ToldCase = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  proposal: z.looseObject({ by: z.string(), reason: z.string() }).optional(),
});
type ToldCase = z.infer<typeof ToldCase>;

/** No two decisions give the same reason, so that a decision tells which of the proposals it was. */
let reasons = 0;
const freshReason = (): string => `理由${++reasons}`;

/** What an official does with cases; what he is told of decisions and proposals is kept. */
export const officialsOf = (call: Door, said: Said) => (subject: string) => {
  const official: Caller = { subject, audience: 'official' };
  const supervisor: Caller = { ...official, grade: 'SUPERVISOR' };
  const answered = ({ status, body }: Reply) => (status < 300 ? ToldCase.parse(body) : undefined);
  const ask = async (
    route: string,
    id: string,
    version?: number,
    body?: object,
    caller: Caller = official,
  ) =>
    answered(
      await call('OfficialApi', caller, route, {
        parameters: { id },
        ...(body && { body }),
        ...(version !== undefined && { headers: at(version) }),
      }),
    );
  const decided = (id: string) => {
    const known = said.decisions.get(id) ?? {
      kept: [],
      undoing: 0,
      asked: new Set<string>(),
      takenBack: new Set<string>(),
    };
    said.decisions.set(id, known);
    return known;
  };

  return {
    /** a person before him, whose paper he keeps */
    recordIdentity: (id: string, person: string, documentHash: string) =>
      call('SigningApi', official, 'POST /v1/applications/{id}/identity-acts', {
        parameters: { id },
        body: { person, kind: 'IN_PERSON', document: '现场1号', documentHash },
      }),
    read: (id: string) => ask('GET /v1/cases/{id}', id),
    take: (id: string, version: number) => ask('POST /v1/cases/{id}/lease', id, version),
    extend: (id: string, version: number) =>
      ask('POST /v1/cases/{id}/extension', id, version, { reason: '情形复杂' }, supervisor),

    /** against a bar in law it only proposes */
    async decide(id: string, version: number, outcome: string, to?: string) {
      const body = { outcome, reason: freshReason(), ...(to && { to }) };
      const known = decided(id);
      known.standing = undefined;
      const told = await ask('POST /v1/cases/{id}/decision', id, version, body);
      if (told?.state === 'DECIDED') known.kept.push(outcome);
      else if (told) known.standing = body.reason;
      return told;
    },

    /** as a supervisor, what he has read */
    async confirm({ id, version, proposal }: ToldCase) {
      const route = 'POST /v1/cases/{id}/decision/confirmation';
      const known = decided(id);
      known.asked.add(`${proposal?.reason} by ${subject}`);
      // of one's own proposal nothing comes, so it stands
      if (proposal?.by !== subject) known.standing = undefined;
      const told = await ask(route, id, version, undefined, supervisor);
      if (told) known.kept.push('REGISTER');
      return told;
    },

    /** his own proposal, which he has read */
    async takeBack({ id, version, proposal }: ToldCase) {
      const known = decided(id);
      known.standing = undefined;
      const open = await ask('DELETE /v1/cases/{id}/decision', id, version);
      if (open && proposal) known.takenBack.add(proposal.reason);
      return open;
    },

    async undo(id: string, version: number) {
      const known = decided(id);
      known.undoing += 1;
      const open = await ask('DELETE /v1/cases/{id}/decision', id, version);
      if (!open) return undefined;
      known.undoing -= 1;
      known.kept.pop();
      return open;
    },
  };
};
