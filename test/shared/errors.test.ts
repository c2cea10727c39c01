import { describe, expect, it } from 'vitest';
import { DomainError } from '#functions/shared/errors.ts';

describe('a failure of the domain', () => {
  it('is known by its name, which the machines match on', () => {
    const failure = new DomainError('CaseMoved', { caseId: 'ca_1' });
    expect(failure).toBeInstanceOf(Error);
    expect(failure.name).toBe('CaseMoved');
    expect(failure.details).toEqual({ caseId: 'ca_1' });
  });

  it('tells ids, and keeps what caused it out of its text', () => {
    const cause = new Error('440106198804123025');
    const failure = new DomainError('RegisterContended', { attempt: 2 }, { cause });
    expect(failure.message).toBe('RegisterContended {"attempt":2}');
    expect(failure.cause).toBe(cause);
  });
});
