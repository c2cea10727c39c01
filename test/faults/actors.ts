import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { hostKey } from '#functions/cluster/place.store.ts';
import { yearsLater } from '#functions/shared/days.ts';
import { today } from '#test/builders/a-form-of-today.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { applicant } from './applicant.ts';
import { client } from './client.ts';
import { clientsOf, nothingSaid } from './clients.ts';
import { doorOf } from './door.ts';
import { formsOf } from './forms.ts';
import { decidingOf } from './officials.ts';
import { personsOf } from './persons.ts';
import type { Actor, Plan } from './plan.ts';
import { supervisorsOf } from './supervisors.ts';
import type { World } from './world.ts';

let hosts = 0;

/** The people of a history, acting on the system's doors. */
export async function actorsOf(world: World, { places }: Pick<Plan, 'places'>, history: number) {
  const { time, documents, tables } = world;
  const said = nothingSaid();
  const host = aHost({
    id: `H-${String(++hosts).padStart(4, '0')}`,
    places,
    validUntil: yearsLater(today, 2),
  });
  const Item = { ...hostKey(host.id), ...host };
  await documents.send(new PutCommand({ TableName: tables.register, Item }));
  await withoutStops(world);
  const { formOf, fileOf } = formsOf(world, host.id);
  const call = doorOf(world);
  const clients = clientsOf(call, said);
  const persons = personsOf(world, call, said);
  const supervisors = supervisorsOf(call);
  const decideCase = decidingOf(clients, `official-${history}`);
  const around = { world, history, said, formOf, clients, persons, supervisors, decideCase };

  const file = ({ rows, submitsTwice }: Extract<Actor, { kind: 'FILE' }>, index: number) => {
    const name = `agent-${history}-${index}`;
    const agent = clients.agentOf(name);
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

  const stop = ({ scope, racing }: Extract<Actor, { kind: 'STOP' }>, index: number) => {
    const scopes = {
      ALL: { kind: 'ALL' },
      REGISTRAR: { kind: 'REGISTRAR', id: '440115' },
      HOST: { kind: 'HOST', id: host.id },
    };
    const stops = () => supervisors.stop(`head-${history}-${index}`, scopes[scope]);
    return {
      before: async () => void (racing || (await stops())),
      begins: async () => void (racing && (await stops())),
      async goesOn() {},
    };
  };

  const personOf = (actor: Actor, index: number): Person => {
    switch (actor.kind) {
      case 'ONE':
        return applicant(around, actor, index);
      case 'CLIENT':
        return client(around, actor, index);
      case 'STOP':
        return stop(actor, index);
      case 'FILE':
        return file(actor, index);
    }
  };

  return {
    said,
    host,
    /** Two officials end every stop that holds. */
    resumes: () => supervisors.resumeAll(`head-${history}-a`, `head-${history}-b`),
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
    people: (actors: readonly Actor[]): Person[] => actors.map(personOf),
    around,
  };
}
type Actors = Awaited<ReturnType<typeof actorsOf>>;
/** What an actor has to act with. */
export type Around = Actors['around'];

interface Person {
  /** before all others begin */
  before?(): Promise<void>;
  begins(): Promise<void>;
  /** once everything stands still; as often as it is called */
  goesOn(): Promise<void>;
  /** at the moment in which a decision is carried out */
  crosses?(): Promise<void>;
}

/** A history begins without the stops that another, cut short, may have left. */
async function withoutStops({ documents, tables: { register: TableName } }: World): Promise<void> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :stops AND begins_with(sk, :stop)',
      ExpressionAttributeValues: { ':stops': 'STOPS', ':stop': 'STOP#' },
    }),
  );
  for (const { pk, sk } of Items)
    await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
}

const uploaded = (url: string, body: string): Promise<boolean> =>
  fetch(url, { method: 'PUT', body }).then(
    ({ ok }) => ok,
    () => false,
  );
