import * as z from 'zod';

// What of the Amazon States Language is accepted. Every object is strict: a field that is not
// listed here is refused when the machine is loaded, because the interpreter would not obey it.

const Expression = z.string().regex(/^\{%[\s\S]+%\}$/, 'must be a JSONata expression {% … %}');
const orExpression = <S extends z.ZodType>(schema: S) => z.union([schema, Expression]);
const Seconds = orExpression(z.int().min(1).max(99_999_999));
const Count = orExpression(z.int().min(0));
const ErrorEquals = z.array(z.string().min(1)).min(1);
const Assign = z.record(z.string(), z.unknown());

const described = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
};
const settled = { Assign: Assign.optional(), Output: z.unknown().optional() };
const going = { Next: z.string().optional(), End: z.literal(true).optional() };

const Retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals,
  IntervalSeconds: z.int().min(1).max(99_999_999).optional(),
  MaxAttempts: z.int().min(0).max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
const Catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals,
  Next: z.string(),
  ...settled,
});
const failing = { Retry: z.array(Retrier).optional(), Catch: z.array(Catcher).optional() };

const Task = z.strictObject({
  Type: z.literal('Task'),
  ...described,
  Resource: z
    .string()
    .regex(
      /^arn:[a-z-]+:states:::(lambda:invoke|lambda:invoke\.waitForTaskToken|states:startExecution|aws-sdk:sfn:startSyncExecution)$/,
      'is not an integration that is known here',
    ),
  Arguments: orExpression(z.record(z.string(), z.unknown())),
  TimeoutSeconds: Seconds.optional(),
  HeartbeatSeconds: Seconds.optional(),
  ...failing,
  ...settled,
  ...going,
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  ...described,
  Choices: z
    .array(
      z.strictObject({
        Comment: z.string().optional(),
        Condition: orExpression(z.boolean()),
        Next: z.string(),
        ...settled,
      }),
    )
    .min(1),
  Default: z.string().optional(),
  ...settled,
});

const Wait = z
  .strictObject({
    Type: z.literal('Wait'),
    ...described,
    Seconds: orExpression(z.int().min(0).max(99_999_999)).optional(),
    Timestamp: orExpression(z.iso.datetime({ offset: true })).optional(),
    ...settled,
    ...going,
  })
  .refine(
    (wait) => (wait.Seconds === undefined) !== (wait.Timestamp === undefined),
    'needs exactly one of Seconds and Timestamp',
  );

const Pass = z.strictObject({ Type: z.literal('Pass'), ...described, ...settled, ...going });
const Succeed = z.strictObject({
  Type: z.literal('Succeed'),
  ...described,
  Output: z.unknown().optional(),
});
const Fail = z.strictObject({
  Type: z.literal('Fail'),
  ...described,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  ...described,
  Branches: z.array(z.lazy((): z.ZodType<Part> => Branch)).min(1),
  Arguments: z.unknown().optional(),
  ...failing,
  ...settled,
  ...going,
});

const s3 = (action: string) =>
  z.string().regex(new RegExp(`^arn:[a-z-]+:states:::s3:${action}$`), `must be s3:${action}`);
const ItemReader = z.strictObject({
  Resource: s3('getObject'),
  ReaderConfig: z.strictObject({ InputType: z.literal('JSONL') }),
  Arguments: orExpression(z.strictObject({ Bucket: z.string(), Key: z.string() })),
});
const ItemBatcher = z
  .strictObject({
    MaxItemsPerBatch: Seconds.optional(),
    MaxInputBytesPerBatch: orExpression(z.int().min(1).max(262_144)).optional(),
    BatchInput: z.unknown().optional(),
  })
  .refine(
    (batch) => batch.MaxItemsPerBatch !== undefined || batch.MaxInputBytesPerBatch !== undefined,
    'needs MaxItemsPerBatch or MaxInputBytesPerBatch',
  );
const ResultWriter = z.strictObject({
  Resource: s3('putObject'),
  Arguments: orExpression(z.strictObject({ Bucket: z.string(), Prefix: z.string().optional() })),
});

const MapSchema = z.strictObject({
  Type: z.literal('Map'),
  ...described,
  Items: orExpression(z.array(z.unknown())).optional(),
  ItemReader: ItemReader.optional(),
  ItemSelector: z.unknown().optional(),
  ItemBatcher: ItemBatcher.optional(),
  ItemProcessor: z.lazy((): z.ZodType<Processor> => ProcessorSchema),
  ResultWriter: ResultWriter.optional(),
  MaxConcurrency: Count.optional(),
  ToleratedFailurePercentage: orExpression(z.number().min(0).max(100)).optional(),
  ToleratedFailureCount: Count.optional(),
  Label: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be at most 40 letters, digits, - and _')
    .optional(),
  ...failing,
  ...settled,
  ...going,
});

const StateSchema = z.discriminatedUnion('Type', [
  Task,
  Choice,
  Wait,
  Pass,
  Succeed,
  Fail,
  Parallel,
  MapSchema,
]);
const States = z.record(z.string().min(1).max(80), StateSchema);
const Branch: z.ZodType<Part> = z.strictObject({
  Comment: z.string().optional(),
  StartAt: z.string(),
  States,
});
const ProcessorSchema: z.ZodType<Processor> = z.strictObject({
  Comment: z.string().optional(),
  ProcessorConfig: z
    .discriminatedUnion('Mode', [
      z.strictObject({ Mode: z.literal('INLINE') }),
      z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.literal('EXPRESS') }),
    ])
    .optional(),
  StartAt: z.string(),
  States,
});

/** A state machine as a file holds it, all placeholders substituted. */
export const Definition = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.int().min(1).max(99_999_999).optional(),
  StartAt: z.string(),
  States,
});

/** States with a beginning: a whole machine, a branch, or what a Map does with each item. */
export interface Part {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
export interface Processor extends Part {
  readonly ProcessorConfig?: { readonly Mode: 'INLINE' | 'DISTRIBUTED' } | undefined;
}
export type Definition = z.infer<typeof Definition>;
export type State = z.infer<typeof StateSchema>;
export type TaskState = z.infer<typeof Task>;
export type ChoiceState = z.infer<typeof Choice>;
export type WaitState = z.infer<typeof Wait>;
export type ParallelState = z.infer<typeof Parallel>;
export type MapState = z.infer<typeof MapSchema>;
export type Retrier = z.infer<typeof Retrier>;
export type Catcher = z.infer<typeof Catcher>;
