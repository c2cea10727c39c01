import * as z from 'zod';

/** What a state or an item reader asks of another service, e.g. `lambda:invoke` of `RegisterBusiness`. */
interface Call {
  /** the resource without its `arn:${Partition}:states:::` */
  readonly service: string;
  /** the `${Name}` that stands for the function, the machine or the bucket */
  readonly name: string;
}

const Calling = z.object({ Resource: z.string(), Arguments: z.record(z.string(), z.unknown()) });
const SERVICE = /^arn:\$\{Partition\}:states:::(.+)$/;
const NAME = /\$\{(\w+)\}/g;

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(partsOf)]
    : [];

/** Every `${Name}` in the text. */
export const substitutionsIn = (asl: string): Set<string> =>
  new Set([...asl.matchAll(NAME)].flatMap(([, name]) => name ?? []));

/** @throws {SyntaxError} when a resource is written in a form that no right can be derived from. */
function callOf({ Resource, Arguments }: z.infer<typeof Calling>): Call {
  const service = SERVICE.exec(Resource)?.[1];
  const target = Arguments.FunctionName ?? Arguments.StateMachineArn ?? Arguments.Bucket;
  const [name] = typeof target === 'string' ? substitutionsIn(target) : [];
  if (service === undefined || name === undefined) {
    throw new SyntaxError(`a call of ${Resource} that names nothing`);
  }
  return { service, name };
}

/** Every call that a definition makes, at any depth, inside maps and branches too. */
export const callsIn = (asl: string): Call[] =>
  partsOf(JSON.parse(asl)).flatMap((part) => {
    const calling = Calling.safeParse(part);
    return calling.success ? [callOf(calling.data)] : [];
  });

/** Whether it maps over a file by executions of its own (Distributed Map). */
export const isDistributed = (asl: string): boolean =>
  partsOf(JSON.parse(asl)).some(
    (part) => z.object({ Mode: z.literal('DISTRIBUTED') }).safeParse(part).success,
  );
