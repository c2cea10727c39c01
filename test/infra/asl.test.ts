import { describe, expect, it } from 'vitest';
import { callsIn, isDistributed, substitutionsIn } from '#infra/constructs/asl.ts';

const calling = (state: object) => JSON.stringify({ States: { 'A state': state } });

describe('what a definition calls', () => {
  it('is found inside maps and item readers too', () => {
    const asl = calling({
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:${Partition}:states:::s3:getObject',
        Arguments: { Bucket: '${FilesBucket}', Key: 'k' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED' },
        States: {
          Inner: {
            Resource: 'arn:${Partition}:states:::lambda:invoke',
            Arguments: { FunctionName: '${TakeInChunk}' },
          },
        },
      },
    });
    expect(callsIn(asl)).toEqual([
      { service: 's3:getObject', name: 'FilesBucket' },
      { service: 'lambda:invoke', name: 'TakeInChunk' },
    ]);
    expect(isDistributed(asl)).toBe(true);
    expect(substitutionsIn(asl)).toEqual(new Set(['Partition', 'FilesBucket', 'TakeInChunk']));
  });

  it('is refused when no right can be derived from it', () => {
    const literal = {
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${X}' },
    };
    const nameless = { Resource: 'arn:${Partition}:states:::lambda:invoke', Arguments: {} };
    expect(() => callsIn(calling(literal))).toThrow(SyntaxError);
    expect(() => callsIn(calling(nameless))).toThrow(SyntaxError);
  });
});
