import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#functions/runtime/draws.ts';
import {
  ApplicationId,
  AttemptTask,
  attemptOfCase,
  BatchId,
  CaseId,
  caseIdOf,
  EditionId,
  ListEntryId,
  SigningId,
  StopId,
} from '#functions/shared/ids.ts';

const ulid = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const task = fc.record({
  applicationId: ulid.map((it) => `ap_${it}`),
  attempt: fc.integer({ min: 1, max: 9999 }),
});

describe('an id', () => {
  it('of a case is one for each attempt, and leads back to it', () => {
    fc.assert(
      fc.property(task, (it) => {
        expect(AttemptTask.parse(it)).toEqual(it);
        expect(CaseId.parse(caseIdOf(it))).toBe(caseIdOf(it));
        expect(attemptOfCase(caseIdOf(it))).toEqual(it);
      }),
    );
  });

  it('that was drawn is of its kind', () => {
    expect(ApplicationId.safeParse(newId('ap')).success).toBe(true);
    expect(BatchId.safeParse(newId('ba')).success).toBe(true);
    expect(BatchId.safeParse(newId('ap')).success).toBe(false);
  });

  it('that was drawn later sorts later', async () => {
    const first = newId('ap');
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(newId('ap') > first).toBe(true);
  });

  it('is drawn once', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId('ap')))).toHaveProperty('size', 1_000);
  });

  it.each([
    [SigningId, 'si'],
    [StopId, 'st'],
    [EditionId, 'ed'],
    [ListEntryId, 'le'],
  ])('is of one kind only: %# %s', (kind, prefix) => {
    const id = `${prefix}_01JCZZZZZZZZZZZZZZZZZZZZZZ`;
    expect(kind.parse(id)).toBe(id);
    for (const other of [`ap${id.slice(2)}`, `x${id}`, `${id}Z`, ''])
      expect(kind.safeParse(other).success).toBe(false);
  });

  it.each([
    '',
    'ap_1',
    'AP_01JCZZZZZZZZZZZZZZZZZZZZZZ',
    'ap_01jczzzzzzzzzzzzzzzzzzzzzz',
    'ap_01JCZZZZZZZZZZZZZZZZZZZZZU',
    'ap_01JCZZZZZZZZZZZZZZZZZZZZZZ\n',
    'x ap_01JCZZZZZZZZZZZZZZZZZZZZZZ',
  ])('of an application is not %j', (id) => {
    expect(ApplicationId.safeParse(id).success).toBe(false);
  });

  it.each([
    'ca_01JCZZZZZZZZZZZZZZZZZZZZZZ',
    'ca_01JCZZZZZZZZZZZZZZZZZZZZZZ-0',
    'ca_01JCZZZZZZZZZZZZZZZZZZZZZZ-10000',
  ])('of a case is not %s', (id) => {
    expect(CaseId.safeParse(id).success).toBe(false);
  });
});
