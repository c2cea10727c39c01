import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRow } from '#functions/batch/sent-row.ts';
import { aForm } from '#test/builders/a-form.ts';

const form = aForm();
const faultsOf = (line: string) => {
  const read = readRow(line);
  return 'faults' in read ? read.faults : [];
};
const pointersOf = (value: unknown) => faultsOf(JSON.stringify(value)).map((it) => it.pointer);

describe('a row as sent', () => {
  it('is read with its reference, form and signatures', () => {
    const row = { clientRowRef: 'A-1', form, signatures: [{ assertion: 'x.y.z' }] };
    expect(readRow(JSON.stringify(row))).toEqual({ row });
  });

  it('may come without signatures, with spaces around and a carriage return', () => {
    expect(readRow(` {"clientRowRef":"A-1","form":{}} \r`)).toEqual({
      row: { clientRowRef: 'A-1', form: {}, signatures: [] },
    });
  });

  it('is read whatever its content is: content becomes findings', () => {
    const row = { clientRowRef: 'A-1', form: { type: 'CIRCUS', capital: { fen: -1 } } };
    expect(readRow(JSON.stringify(row))).toMatchObject({ row });
  });

  it.each(['{"clientRowRef":"A-1","form":{}', 'row 1', "{'clientRowRef':'A-1'}", '{"a":NaN}'])(
    'is no row where it is not JSON: %s',
    (line) => {
      expect(readRow(line)).toEqual({ faults: [{ pointer: '', detail: 'not JSON' }] });
    },
  );

  it.each([null, 7, 'A-1', [[]]])('is no row where it is no object: %j', (value) => {
    expect(pointersOf(value)).toEqual(['']);
  });

  it('has a pointer to each member of a wrong type, and to each that is unknown', () => {
    const row = {
      clientRowRef: 'A-1',
      form: {
        type: 5,
        capital: { fen: '100', yuan: 1 },
        people: { p1: { name: null } },
        'a/b~c': 1,
      },
      signatures: [{}],
      comment: '',
    };
    expect(pointersOf(row).toSorted()).toEqual([
      '/comment',
      '/form/a~1b~0c',
      '/form/capital/fen',
      '/form/capital/yuan',
      '/form/people/p1/name',
      '/form/type',
      '/signatures/0/assertion',
    ]);
  });

  it.each(['', 'A 1', 'A#1', '甲', 'A\n', 'x'.repeat(101)])('has no reference like %j', (ref) => {
    expect(pointersOf({ clientRowRef: ref, form: {} })).toEqual(['/clientRowRef']);
  });

  it.each(['x'.repeat(100), 'A-1_b:2.c'])('may have a reference like %s', (clientRowRef) => {
    expect(readRow(JSON.stringify({ clientRowRef, form: {} }))).toHaveProperty('row');
  });

  it('keeps its reference where something else is wrong with it', () => {
    const read = readRow('{"clientRowRef":"A-1","form":7}');
    expect(read).toMatchObject({ clientRowRef: 'A-1', faults: [{ pointer: '/form' }] });
    expect(readRow('{"clientRowRef":"no good","form":7}')).not.toHaveProperty('clientRowRef');
  });

  it('has 256 kB at most, in bytes', () => {
    const sized = (bytes: number) => `"${'广'.repeat((bytes - 2) / 3)}"`;
    const tooLarge = [{ pointer: '', detail: 'row of more than 256 kB' }];
    expect(faultsOf(sized(262_145))).toEqual(tooLarge);
    expect(faultsOf(sized(262_142))).not.toEqual(tooLarge);
  });

  it('never has its values repeated in its faults', () => {
    const secret = '440106198804123025';
    const wrong = fc.constantFrom([secret], { secret }, Number(secret), true, secret.repeat(30));
    fc.assert(
      fc.property(wrong, fc.constantFrom('number', 'kind', 'validUntil'), (value, member) => {
        const people = { p1: { name: [secret], document: { [member]: value }, phone: 138 } };
        const row = { clientRowRef: `${secret} ${secret}`, form: { people } };
        expect(faultsOf(JSON.stringify(row)).length).toBeGreaterThan(1);
        expect(JSON.stringify(readRow(JSON.stringify(row)))).not.toContain(secret);
      }),
    );
  });

  it.each([
    {
      of: 'many unknown members',
      row: Object.fromEntries([...Array(20_000).keys()].map((i) => [`m${i}`, 1])),
    },
    { of: 'an unknown member of a long name', row: { ['~'.repeat(250_000)]: 1 } },
    { of: 'a person of a long key', row: { form: { people: { ['人'.repeat(80_000)]: {} } } } },
  ])('leaves little to be kept of $of', ({ row }) => {
    const faults = faultsOf(JSON.stringify(row));
    expect(faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(faults).length).toBeLessThan(20_000);
  });
});
