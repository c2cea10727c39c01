import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationForm } from '#functions/application/form.ts';
import { wanted } from '#functions/application/holds.ts';
import { Host } from '#functions/cluster/host.ts';
import { hostKey, placeStore } from '#functions/cluster/place.store.ts';
import { cardWrite, nameStore } from '#functions/name/name.store.ts';
import { lapse, type NameCard, occupy, reserve } from '#functions/name/name-card.ts';
import { nearSubject } from '#functions/name/near-key.ts';
import { countAgentDecisions } from '#functions/party/agent-decisions.store.ts';
import { ListEntry } from '#functions/party/list-entry.ts';
import { enter, leaveTraces } from '#functions/party/subject.store.ts';
import { periodOf } from '#functions/party/traces.ts';
import { subjectsOf } from '#functions/review/cross-case.ts';
import { newId } from '#functions/runtime/draws.ts';
import { readAll } from '#functions/runtime/read-all.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import type { Database } from '#test/builders/a-database.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import type { World } from './labelled.ts';

/** Puts into the register what labels say of the world: lists, traces, names, places. */
export function aWorld({ documents, tables }: Database) {
  const enters = enter(documents, tables.register);
  const leave = leaveTraces(documents, tables.register);
  const names = nameStore(documents, tables.register);
  const places = placeStore(documents, tables.register);
  let others = 0;
  const aCode = () => usccOf({ class: '1', division: '440115', serial: 300_000 + ++others });

  const nameOf = (form: ApplicationForm, name: string | undefined) =>
    wanted({ form: { ...form, name } }, SENT_AT).name;

  return {
    async enter(form: ApplicationForm, owner: string, around: World) {
      const { listed = [], seen = [], sameFile = [], agentDecisions, row } = around;
      const sent = { form, ...(await anIndex(form)) };
      const subjects = subjectsOf({ application: { id: newId('ap'), owner }, sent });
      const subjectAt = (pointer: string): string => {
        const subject = subjects.get(pointer);
        if (subject === undefined) throw new RangeError(`nobody stands at ${pointer}`);
        return subject;
      };
      for (const [at, [pointer, list, ground, from = '2026-01-01', until]] of listed.entries())
        await enters(
          subjectAt(pointer),
          ListEntry.parse({
            id: `e${at}`,
            list,
            ground,
            from,
            source: '示例机关',
            ...(until && { until }),
          }),
        );
      for (const [pointer, lately, ever] of seen)
        for (let at = 0; at < Math.max(lately, ever); at++) {
          const id = newId('ap');
          const trace = { ...(at < lately && { lately: id }), ...(at < ever && { ever: id }) };
          await leave([{ subject: subjectAt(pointer), ...trace }], periodOf(SENT_AT));
        }
      for (const [pointer, rows] of sameFile)
        for (let at = 0; at < rows; at++) {
          const lately = `${newId('ap')}@${row?.batchId}`;
          await leave([{ subject: subjectAt(pointer), lately }], periodOf(SENT_AT));
        }
      if (agentDecisions)
        await countAgentDecisions(documents, tables.register)(
          owner,
          periodOf(SENT_AT),
          agentDecisions,
          'once',
        );
    },

    /** Others have these names, alive or otherwise; `SHAREHOLDER`: the first company that holds shares. */
    async holdNames(form: ApplicationForm, held: NonNullable<World['names']>) {
      const shareholder = form.shareholders?.find(({ company }) => company)?.company?.uscc;
      for (const [name, how] of held) {
        const want = nameOf(form, name);
        if (!want) throw new RangeError(`no name to hold: ${name}`);
        const of = { industry: want.industry, applicationId: newId('ap'), now: SENT_AT };
        const uscc = how === 'SHAREHOLDER' ? (shareholder ?? '') : aCode();
        const answer =
          how === 'RESERVED'
            ? reserve(undefined, { ...of, until: '2027-01-01T16:00:00.000Z' })
            : occupy(undefined, { ...of, uscc });
        if (!('card' in answer)) throw new Error('held by somebody else');
        const card: NameCard =
          how === 'FORMER' ? lapse(answer.card, uscc, '2027-03-01T16:00:00.000Z') : answer.card;
        await documents.send(new PutCommand(cardWrite(tables.register, want, card, undefined).Put));
        await leave([{ subject: nearSubject(want), ever: want.key }], periodOf(SENT_AT));
      }
    },

    /** The application had reserved its name, until a moment. */
    async reserve(form: ApplicationForm, applicationId: string, until: string) {
      const want = nameOf(form, form.name);
      if (want) await names.reserve(want, applicationId, '2026-09-01T04:00:00.000Z', until);
    },

    async takePlaces({ premises }: ApplicationForm, taken: readonly number[]) {
      const [item] = await readAll(documents, tables.register, [hostKey(premises?.host ?? '')]);
      for (const place of taken) await places.hold(Host.parse(item), newId('ap'), SENT_AT, place);
    },
  };
}
