import { describe, expect, it } from 'vitest';
import { registrarOf } from '#functions/registrar/registrars.ts';
import { parseResidentId } from '#functions/shared/resident-id.ts';
import { ACCOUNTS, PERSONS } from '#local/accounts.ts';

describe('demo accounts', () => {
  it('have an id of their own, and every role has one', () => {
    expect(new Set(ACCOUNTS.map((it) => it.id)).size).toBe(ACCOUNTS.length);
    expect(new Set(ACCOUNTS.map((it) => it.role))).toEqual(
      new Set(['applicant', 'agent', 'host', 'official', 'department']),
    );
  });

  it('let officials act for registrars that exist', () => {
    const registrars = ACCOUNTS.flatMap((it) => ('claims' in it ? it.claims.registrars : []));
    expect(registrars).toContain('440106');
    for (const division of registrars) expect(registrarOf(division, '2026-11-23')).toBeDefined();
  });

  it('stand, for applicants, for a person whom the identity provider knows', () => {
    const applicants = ACCOUNTS.filter((it) => it.role === 'applicant').map((it) => it.id);
    expect(Object.keys(PERSONS)).toEqual(expect.arrayContaining(applicants));
  });

  it('come with resident IDs that are well formed', () => {
    for (const { document } of Object.values(PERSONS)) {
      expect(parseResidentId(document.number, '2026-11-23')).toMatchObject({ ok: true });
    }
  });
});
