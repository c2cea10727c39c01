import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { basisOf, CONFIRMED_FIELDS, confirmedFieldOf } from '#functions/registrar/confirmation.ts';
import { REGISTRARS } from '#functions/registrar/registrars.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** JSON Pointers of every member of a schema that has no members of its own, `*` for keys and indexes. */
function membersOf(schema: Schema, at = ''): string[] {
  const { properties = {}, items, additionalProperties: any } = schema;
  const below = [
    ...Object.entries(properties).map(([name, it]) => [name, it] as const),
    ...(typeof items === 'object' && !Array.isArray(items) ? [['*', items] as const] : []),
    ...(typeof any === 'object' ? [['*', any] as const] : []),
  ];
  if (below.length === 0) return [at];
  return below.flatMap(([name, it]) =>
    typeof it === 'object' ? membersOf(it, `${at}/${name}`) : [],
  );
}
const MEMBERS = membersOf(z.toJSONSchema(ApplicationForm));

describe('every member of the form', () => {
  it('is declared or checked', () => {
    expect(MEMBERS).toContain('/shareholders/*/company/licence');
    expect(MEMBERS.filter((it) => confirmedFieldOf(it) === undefined)).toEqual([]);
  });

  it.each([
    ['/name', 'DECLARED'],
    ['/premises/address', 'DECLARED'],
    ['/premises/host', 'CHECKED'],
    ['/people/p1/phone', 'DECLARED'],
    ['/people/p1/document/number', 'CHECKED'],
    ['/shareholders/0/fen', 'DECLARED'],
    ['/shareholders/0/company/uscc', 'CHECKED'],
  ])('%s is %s', (pointer, word) => {
    expect(confirmedFieldOf(pointer)?.word).toBe(word);
  });

  it('is what some line of the table speaks of', () => {
    const spoken = new Set(MEMBERS.map((it) => confirmedFieldOf(it)?.at));
    expect(CONFIRMED_FIELDS.map(({ at }) => at).filter((it) => !spoken.has(it))).toEqual([]);
  });

  it('is nothing where the form has no such member', () => {
    expect(confirmedFieldOf('/nameless')).toBeUndefined();
    expect(confirmedFieldOf('')).toBeUndefined();
  });
});

describe('registration by confirmation', () => {
  it('begins at 南沙 on 2024-04-01, and nowhere else', () => {
    expect(basisOf('440115', '2024-03-31')).toBe('APPROVED');
    expect(basisOf('440115', '2024-04-01')).toBe('CONFIRMED');
    expect(basisOf('440106', '2026-11-23')).toBe('APPROVED');
    expect(basisOf(undefined, '2026-11-23')).toBe('APPROVED');
  });

  it('is where an address may be promised', () => {
    for (const { division, from, addressByPromise } of REGISTRARS)
      expect([division, addressByPromise]).toEqual([
        division,
        basisOf(division, from) === 'CONFIRMED',
      ]);
  });
});
