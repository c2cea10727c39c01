import { describe, expect, it } from 'vitest';
import { sentAttempt } from '#functions/intake/submit.ts';
import { identityActPart } from '#functions/party/identity-act.ts';
import { missingSignersOf } from '#functions/party/missing-signers.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';

const acted = (person: string, documentHash: string) =>
  new Map([
    [
      identityActPart(person),
      {
        schemaVersion: 1,
        person,
        kind: 'IN_PERSON',
        document: 'N-1',
        documentHash,
        by: 'official-1',
        at: SENT_AT,
      },
    ],
  ]);
const missing = async (person: string, form = aForm(), documentHash?: string) => {
  const sent = await sentAttempt(1, form, []);
  const parts = acted(person, documentHash ?? sent.documentHash);
  return missingSignersOf({ sent, parts }).map((it) => it.person);
};

describe('the persons for whom an attempt waits', () => {
  it('are not those for whom an official’s act stands', async () => {
    expect(await missing('p2')).toEqual(['p1', 'p3']);
    expect(await missing('nobody')).toEqual(['p1', 'p2', 'p3']);
  });

  it('are asked again when the document was edited after the act', async () => {
    const { documentHash } = await sentAttempt(1, aForm({ termYears: 30 }), []);
    expect(await missing('p2', aForm(), documentHash)).toEqual(['p1', 'p2', 'p3']);
  });

  it('are not a person under a second key, for whom the act stands too', async () => {
    expect(await missing('p1', aForm({ people: { ...people, p3: people.p1 } }))).toEqual(['p2']);
  });
});
