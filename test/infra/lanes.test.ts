import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SHORTEST_REGISTRATION_S, SIGNATURES_PER_SECOND, STAGES } from '#infra/stage.ts';
import { functionBehind, ourFunctions, PROD } from './templates.ts';

const functions = ourFunctions(PROD).map(([id, it]) => ({
  id,
  lane: z.enum(['online', 'batch']).parse(it.Metadata['market-entry:lane']),
  cap: z.int().optional().parse(it.Properties.ReservedConcurrentExecutions),
}));
const ofLane = (lane: string) => functions.filter((it) => it.lane === lane).map(({ id }) => id);

const Statements = z.array(z.object({ Action: z.unknown(), Resource: z.unknown() }));

/** The functions that a machine's role may invoke. */
function invokedBy(machine: string): string[] {
  const [policy] = Object.entries(PROD.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(`${machine}Workflow`))
    .map(([, { Properties }]) => Statements.parse(Properties.PolicyDocument.Statement));
  return (policy ?? [])
    .filter(({ Action }) => Action === 'lambda:InvokeFunction')
    .flatMap(({ Resource }) => [Resource].flat())
    .map((arn) => functionBehind(PROD, arn));
}

/** MaxConcurrency of the maps of the batch machine, one inside the other. */
const mapsOf = (part: unknown): number[] =>
  typeof part === 'object' && part !== null
    ? [
        ...('MaxConcurrency' in part ? [z.int().parse(part.MaxConcurrency)] : []),
        ...Object.values(part).flatMap(mapsOf),
      ]
    : [];
const batch = new URL('../../workflows/batch.asl.json', import.meta.url);
const rowsAtOnce = mapsOf(JSON.parse(readFileSync(batch, 'utf8'))).reduce(
  (all, one) => all * one,
  1,
);

describe('two lanes', () => {
  it('share no function: what registers is deployed twice', () => {
    expect(ofLane('online').filter((id) => ofLane('batch').includes(id))).toEqual([]);
    for (const name of ['VerifyLicences', 'AutoReview', 'RegisterBusiness']) {
      expect(functions.map(({ id }) => id)).toEqual(
        expect.arrayContaining([`${name}Online`, `${name}Batch`]),
      );
    }
  });

  it.each([
    ['RegistrationOnline', 'online'],
    ['Review', 'online'],
    ['RegistrationBatch', 'batch'],
    ['Batch', 'batch'],
  ])('%s invokes functions of the %s lane only', (machine, lane) => {
    const invoked = invokedBy(machine);
    expect(invoked).not.toEqual([]);
    expect(invoked.filter((id) => !ofLane(lane).includes(id))).toEqual([]);
  });

  it('cap the batch lane and leave the online lane the whole rest of the account', () => {
    expect(functions.filter(({ lane, cap }) => (cap !== undefined) !== (lane === 'batch'))).toEqual(
      [],
    );
  });
});

describe.each(['dev', 'prod', 'aws-cn'] as const)('the caps of %s', (stage) => {
  const cap = STAGES[stage].batchConcurrency;

  it('leave a fifth of the signatures that KMS gives to people who wait', () => {
    expect(cap / SHORTEST_REGISTRATION_S).toBeLessThanOrEqual(0.8 * SIGNATURES_PER_SECOND);
  });

  it('never turn away what one batch runs at once', () => {
    expect(rowsAtOnce).toBe(16);
    expect(cap).toBeGreaterThanOrEqual(rowsAtOnce);
  });
});
