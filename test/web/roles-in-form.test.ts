import { describe, expect, it } from 'vitest';
import { rolesIn } from '#web/desk/roles-in.ts';

describe('the people of a form', () => {
  it('stand once each with all that they are, whoever is most first', () => {
    expect(
      rolesIn({
        people: { p1: { name: '甲' }, p2: { name: '乙' }, p3: { name: '丙' } },
        roles: { legalRepresentative: 'p2', directors: ['p2', 'p1'] },
        shareholders: [{ person: 'p2', fen: 1 }, { company: { name: '某公司' } }],
        beneficialOwners: { owners: [{ person: 'p2' }] },
      }),
    ).toEqual([
      {
        person: 'p2',
        name: '乙',
        roles: ['legalRepresentative', 'directors', 'shareholders', 'beneficialOwners'],
      },
      { person: 'p1', name: '甲', roles: ['directors'] },
      { person: 'p3', name: '丙', roles: [] },
    ]);
  });

  it('are none where the form names none', () => {
    expect(rolesIn({})).toEqual([]);
  });
});
