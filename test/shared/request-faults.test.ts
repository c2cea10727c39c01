import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { faultsOf } from '#functions/shared/request-faults.ts';

const Schema = z.strictObject({
  name: z.string().max(5).optional(),
  people: z.record(z.string(), z.strictObject({ age: z.int().optional() })).optional(),
  list: z.array(z.enum(['A', 'B'])).optional(),
});
function faults(value: unknown, at?: string) {
  const { error } = Schema.safeParse(value);
  return error ? faultsOf(error, at) : [];
}

describe('the faults of a request', () => {
  it('have one pointer each', () => {
    const value = { name: 'too long', list: ['A', 'C'], people: { p1: { age: 1.5 } } };
    expect(faults(value).map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/people/p1/age',
      '/list/1',
    ]);
  });

  it('are one for each unknown member', () => {
    expect(faults({ x: 1, y: 2, people: { p1: { z: 3 } } })).toEqual([
      { pointer: '/people/p1/z', detail: 'unknown member' },
      { pointer: '/x', detail: 'unknown member' },
      { pointer: '/y', detail: 'unknown member' },
    ]);
  });

  it('point into the query where they are there', () => {
    expect(faults({ name: 7 }, '#query').map(({ pointer }) => pointer)).toEqual(['#query/name']);
  });

  it('have pointers that lead to the member, whatever its name (RFC 6901)', () => {
    const name = fc
      .string({ maxLength: 20 })
      .filter((it) => !(it in { name: 0, people: 0, list: 0 }));
    fc.assert(
      fc.property(name, (unknown) => {
        const pointers = faults(JSON.parse(`{${JSON.stringify(unknown)}:1}`)).map(
          (it) => it.pointer,
        );
        const [, token = ''] = pointers[0]?.split('/') ?? [];
        expect(pointers).toHaveLength(1);
        expect(token.replaceAll('~1', '/').replaceAll('~0', '~')).toBe(unknown);
      }),
    );
  });

  it('never repeat a value', () => {
    const secret = '440106198804123025';
    const text = JSON.stringify(
      faults({ name: secret, list: [secret], people: { p1: { age: secret } } }),
    );
    expect(text).toContain('/people/p1/age');
    expect(text).not.toContain(secret);
  });

  it('repeat no more than the beginning of a made-up name', () => {
    const [fault] = faults({ ['~'.repeat(1_000)]: 1 });
    expect(fault?.pointer).toBe(`/${'~0'.repeat(100)}…`);
    const [whole] = faults({ ['/'.repeat(100)]: 1 });
    expect(whole?.pointer).toBe(`/${'~1'.repeat(100)}`);
  });
});

describe('of a value that may have several forms', () => {
  const either = z.array(
    z.union([
      z.strictObject({ assertion: z.string() }),
      z.strictObject({ shareholder: z.int(), presentation: z.string() }),
    ]),
  );
  const pointers = (value: unknown) => {
    const { error } = either.safeParse(value);
    return error && faultsOf(error, '/signatures').map(({ pointer }) => pointer);
  };

  it('the value itself is told where all are far from it', () => {
    const { error } = z.union([z.literal('A'), z.never()]).safeParse('B');
    expect(error && faultsOf(error).map(({ pointer }) => pointer)).toEqual(['']);
    const none = new z.ZodError([
      { code: 'invalid_union', errors: [], path: ['x'], message: '', input: 1 },
    ]);
    expect(faultsOf(none).map(({ pointer }) => pointer)).toEqual(['/x']);
  });

  it('the faults against the nearest one are told', () => {
    expect(pointers([{ assertion: 7 }])).toEqual(['/signatures/0/assertion']);
    expect(pointers([{ shareholder: 1, presentation: 7 }])).toEqual(['/signatures/0/presentation']);
    expect(pointers([{ shareholder: '1', presentation: 'x' }])).toEqual([
      '/signatures/0/shareholder',
    ]);
    expect(pointers([{ assertion: 'x' }, { assertion: 'x', more: 1 }])).toEqual([
      '/signatures/1/more',
    ]);
  });
});
