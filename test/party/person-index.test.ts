import { describe, expect, it } from 'vitest';
import { personHash } from '#functions/party/person-hash.ts';
import { partsOf } from '#functions/party/person-index.ts';
import { aForm, people } from '#test/builders/a-form.ts';
import { anIndex, aPersonKey } from '#test/builders/a-person-key.ts';

describe('the index of a form', () => {
  it('has everybody who stands in a part of it, by key', async () => {
    const key = await aPersonKey();
    const { persons } = await anIndex(aForm());
    expect(persons).toEqual({
      p1: await personHash(key, people.p1.document),
      p2: await personHash(key, people.p2.document),
      p3: await personHash(key, people.p3.document),
    });
  });

  it('leaves out who has no part, no document or no number, and keys of nobody', async () => {
    const { persons } = await anIndex(
      aForm({
        people: {
          p1: people.p1,
          p2: { name: '骆启明' },
          p3: { name: '祝子衿', document: { kind: 'RESIDENT_ID', number: ' ' } },
          p4: people.p2,
        },
        roles: { legalRepresentative: 'p1', financeHead: 'p3', liaison: 'p8' },
      }),
    );
    expect(Object.keys(persons)).toEqual(['p1']);
  });

  it('tells what a person is, once each', () => {
    expect(partsOf(aForm(), ['p1'])).toEqual([
      'legalRepresentative',
      'directors',
      'managers',
      'shareholders',
    ]);
    expect(partsOf(aForm(), ['p2', 'p3'])).toEqual([
      'supervisors',
      'financeHead',
      'liaison',
      'shareholders',
    ]);
  });
});
