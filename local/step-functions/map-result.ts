import * as z from 'zod';
import type { MapState } from './asl.ts';
import { evaluate } from './expression.ts';
import type { Nest } from './map.ts';
import { asStateError, stateError } from './state-error.ts';

/** What AWS reports of one child execution; Input and Output are JSON texts. */
export const ChildResult = z.object({
  ExecutionArn: z.string(),
  Name: z.string(),
  StateMachineArn: z.string(),
  Status: z.enum(['SUCCEEDED', 'FAILED']),
  Input: z.string(),
  InputDetails: z.object({ Included: z.boolean() }),
  Output: z.string().optional(),
  OutputDetails: z.object({ Included: z.boolean() }).optional(),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  RedriveCount: z.number(),
  StartDate: z.string(),
  StopDate: z.string(),
});
export type ChildResult = z.infer<typeof ChildResult>;

const Target = z.strictObject({ Bucket: z.string(), Prefix: z.string().optional() });

/** Writes what became of the children, and answers where the manifest of it stands. */
export async function writeResults(
  nest: Nest,
  writer: NonNullable<MapState['ResultWriter']>,
  mapRun: { readonly id: string; readonly arn: string },
  results: readonly ChildResult[],
): Promise<unknown> {
  const given = await evaluate(writer.Arguments, nest.bindingsOf(), 'ResultWriter/Arguments');
  try {
    const { Bucket, Prefix } = Target.parse(given);
    const folder = [...(Prefix === undefined ? [] : [Prefix.replace(/\/$/, '')]), mapRun.id].join(
      '/',
    );
    const write = async (status: ChildResult['Status']) => {
      const chosen = results.filter(({ Status }) => Status === status);
      if (chosen.length === 0) return [];
      const body = JSON.stringify(chosen);
      const Key = `${folder}/${status}_0.json`;
      await nest.run.ports.putObject(Bucket, Key, body);
      return [{ Key, Size: Buffer.byteLength(body) }];
    };
    const ResultFiles = {
      FAILED: await write('FAILED'),
      PENDING: [],
      SUCCEEDED: await write('SUCCEEDED'),
    };
    const Key = `${folder}/manifest.json`;
    const manifest = { DestinationBucket: Bucket, MapRunArn: mapRun.arn, ResultFiles };
    await nest.run.ports.putObject(Bucket, Key, JSON.stringify(manifest));
    return { MapRunArn: mapRun.arn, ResultWriterDetails: { Bucket, Key } };
  } catch (thrown) {
    throw stateError('States.ResultWriterFailed', asStateError(thrown).cause);
  }
}
