import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '#functions/runtime/packed.ts';

const key = { pk: 'APP#1', sk: 'ATTEMPT#0001' };

describe('packed members of an item', () => {
  it('come back as they were, beside the others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const members = { form: { value, text } };
        expect(unpacked({ ...key, ...packed(members) })).toEqual({
          ...key,
          ...JSON.parse(JSON.stringify(members)),
        });
      }),
    );
  });

  it('leave an item that has none as it is', () => {
    expect(unpacked({ ...key, form: { name: '晨岚' } })).toEqual({
      ...key,
      form: { name: '晨岚' },
    });
  });

  it('take less than their JSON', () => {
    const form = { people: Array.from({ length: 3 }, (_, at) => ({ name: `p${at}`, at })) };
    const { packed: bytes } = packed(form);
    expect(bytes.length).toBeLessThan(JSON.stringify(form).length);
  });
});
