import { PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationForm } from '#functions/application/form.ts';
import { hostKey } from '#functions/cluster/place.store.ts';
import { yearsLater } from '#functions/shared/calendar.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import { today } from '#test/builders/a-form-of-today.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { signatures } from '#test/builders/signatures.ts';
import { clientsOf, type Said, type Told } from './clients.ts';
import { formsOf } from './forms.ts';
import type { Actor, Plan } from './plan.ts';
import type { World } from './world.ts';

let hosts = 0;

/** The people of a history, acting on the system's doors. */
export async function actorsOf(world: World, { places }: Pick<Plan, 'places'>, history: number) {
  const { time, documents, tables, identity } = world;
  const said: Said = { told: [], decisions: new Map(), owners: new Map(), files: [] };
  const host = aHost({
    id: `H-${String(++hosts).padStart(4, '0')}`,
    places,
    validUntil: yearsLater(today, 2),
  });
  const Item = { ...hostKey(host.id), ...host };
  await documents.send(new PutCommand({ TableName: tables.register, Item }));
  const { formOf, fileOf } = formsOf(world, host.id);
  const { applicantOf, officialOf, agentOf } = clientsOf(world, said);

  /** Takes and decides a case as its plan says; whatever is refused to him, he leaves. */
  const decideCase = async (
    id: string,
    officials: Extract<Actor, { kind: 'ONE' }>['officials'],
  ) => {
    const someone = officialOf(`official-${history}`);
    const read = await someone.read(id);
    if (read?.state !== 'OPEN') return;
    const taken = await someone.take(id, read.version);
    if (!taken) return;
    switch (officials) {
      case 'NONE':
        return;
      case 'TWO': {
        await Promise.all([
          someone.decide(id, taken.version, 'REGISTER'),
          someone.decide(id, taken.version, 'REFUSE'),
        ]);
        return;
      }
      case 'UNDO': {
        const decided = await someone.decide(id, taken.version, 'REFUSE');
        const open = decided && (await someone.undo(id, decided.version));
        if (open) await someone.decide(id, open.version, 'REGISTER');
        return;
      }
      case 'LATE':
        await someone.decide(id, taken.version, 'RETURN');
        return;
      default:
        await someone.decide(id, taken.version, officials);
    }
  };

  const one = (actor: Extract<Actor, { kind: 'ONE' }>, index: number) => {
    const owner = `person-${history}-${index}`;
    const person = applicantOf(owner);
    said.owners.set(owner, false);
    let form: ApplicationForm;
    let signed: object;
    let id: string | undefined;

    return {
      /** sends it */
      async begins() {
        form = formOf(actor.wish);
        signed = await signatures(form, identity);
        if (actor.sends === 'TWICE') {
          const both = await Promise.allSettled([
            person.create(form, signed, true),
            person.create(form, signed, true),
          ]);
          for (const it of both) if (it.status === 'fulfilled') id ??= it.value?.id;
        } else if (actor.sends === 'DRAFT' || actor.withdraws === 'RACING') {
          const draft = await person.create(form, signed, false);
          id = draft?.id;
          if (!draft) return;
          const sending = person.submit(draft, signed);
          if (actor.withdraws === 'RACING') {
            await withdraw(draft);
          }
          await sending;
        } else id = (await person.create(form, signed, true))?.id;
      },
      /** goes on from where it stands */
      async goesOn() {
        const now = id && (await person.read(id));
        if (!now) return;
        if (now.state === 'SIGNING' || now.state === 'DRAFT') {
          await person.submit(now, signed);
          return;
        }
        const caseId = caseIdOf({ applicationId: now.id, attempt: now.attempt });
        await Promise.all([
          now.state === 'REFERRED' && decideCase(caseId, actor.officials),
          actor.withdraws === 'AFTER' && withdraw(now),
          now.state === 'RETURNED' && !actor.withdraws && actor.corrects && correct(now),
        ]);
      },
    };

    /** Whatever else moves it at this moment, he tries again a few times. */
    async function withdraw({ id: own }: Told) {
      for (let tries = 0; tries < 4; tries++) {
        const now = await person.read(own);
        if (!now || now.state === 'WITHDRAWN' || (await person.withdraw(now))) return;
      }
    }

    async function correct(returned: Told) {
      const { stopped: _, ...lawful } = actor.wish;
      form = formOf(lawful);
      signed = await signatures(form, identity);
      const draft = (await person.correct(returned, form)) ?? (await person.read(returned.id));
      if (draft?.state === 'DRAFT') await person.submit(draft, signed);
    }
  };

  const file = ({ rows, submitsTwice }: Extract<Actor, { kind: 'FILE' }>, index: number) => {
    const name = `agent-${history}-${index}`;
    const agent = agentOf(name);
    return {
      async begins() {
        const { text, expected } = await fileOf(name, rows);
        const bytes = Buffer.byteLength(text);
        const batch = await agent.create(bytes);
        for (let tries = 0; tries < 3; tries++) {
          const { upload } = await agent.create(bytes);
          const sent = upload && (await time.during(uploaded(upload.url, text)));
          if (sent) break;
        }
        said.files.push({ id: batch.id, rows: expected });
        await Promise.all([agent.submit(batch), submitsTwice && agent.submit(batch)]);
      },
      async goesOn() {},
    };
  };

  return {
    said,
    host,
    /** The host gives up every place that is held and not yet anybody's seat. */
    async evict() {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: tables.register,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :host',
          FilterExpression: 'attribute_exists(holder) AND attribute_not_exists(uscc)',
          ExpressionAttributeValues: { ':host': hostKey(host.id).pk },
        }),
      );
      if (Items.length === 0) return;
      const Delete = {
        TableName: tables.register,
        ConditionExpression: 'attribute_not_exists(uscc)',
      };
      const TransactItems = Items.map(({ pk, sk }) => ({ Delete: { ...Delete, Key: { pk, sk } } }));
      await documents.send(new TransactWriteCommand({ TransactItems })).catch(() => {});
      world.say(`${host.id} gives up ${Items.length / 2} places`);
    },
    people: (actors: readonly Actor[]) =>
      actors.map((actor, index) => (actor.kind === 'ONE' ? one(actor, index) : file(actor, index))),
  };
}

const uploaded = (url: string, body: string): Promise<boolean> =>
  fetch(url, { method: 'PUT', body }).then(
    ({ ok }) => ok,
    () => false,
  );
