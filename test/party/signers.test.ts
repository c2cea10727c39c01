import { UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { missingSigners, signersOf } from '#functions/party/signers.ts';
import { aForm, anIndividualBusiness, atHost, people } from '#test/builders/a-form.ts';

const naming = (
  person: { name: string; document: { kind: string; number: string } },
  claims: object = {},
) => new UnsecuredJWT({ person, ...claims }).encode();

describe('who signs what', () => {
  it('has the legal representative sign the application and shareholders the charter', () => {
    expect(signersOf(aForm())).toEqual([
      { person: 'p1', signs: ['APPLICATION', 'PROMISES', 'CHARTER', 'CONSENT'] },
      { person: 'p2', signs: ['CHARTER', 'CONSENT'] },
      { person: 'p3', signs: ['CONSENT'] },
    ]);
  });

  it('has the operator sign the mandate of his agent', () => {
    const form = anIndividualBusiness({ mandate: { agent: 'a' }, roles: { operator: 'p1' } });
    expect(signersOf(form)).toEqual([{ person: 'p1', signs: ['APPLICATION', 'MANDATE'] }]);
  });

  it('has the head sign the promises, and the custody agreement with a host', () => {
    expect(signersOf(anIndividualBusiness({ ...atHost, roles: { operator: 'p1' } }))).toEqual([
      { person: 'p1', signs: ['APPLICATION', 'PROMISES', 'CUSTODY'] },
    ]);
  });

  it('asks consent of the family members of a family business', () => {
    const form = anIndividualBusiness({ roles: { operator: 'p1', family: ['p2'] } });
    expect(signersOf(form)[1]).toEqual({ person: 'p2', signs: ['CONSENT'] });
  });

  it('asks no signature of a person without a part', () => {
    expect(signersOf(anIndividualBusiness({ roles: {} }))).toEqual([]);
  });
});

describe('who has not signed yet', () => {
  it('is everybody before the first signature', () => {
    expect(missingSigners(aForm(), []).map((it) => it.person)).toEqual(['p1', 'p2', 'p3']);
  });

  it('is nobody when each is named, whether or not the assertion is genuine', () => {
    expect(
      missingSigners(
        aForm(),
        Object.values(people).map((it) => naming(it)),
      ),
    ).toEqual([]);
  });

  it('still counts a person whose namesake signed', () => {
    const namesake = { ...people.p2, name: people.p1.name };
    const assertions = [namesake, people.p2, people.p3].map((it) => naming(it));
    expect(missingSigners(aForm(), assertions).map((it) => it.person)).toEqual(['p1']);
  });

  it('is a person whose number is given for another kind of document', () => {
    const number = '12345678';
    const permit = { name: people.p1.name, document: { kind: 'TAIWAN_PERMIT', number } };
    const form = anIndividualBusiness({ people: { p1: permit } });
    const passport = naming({ ...permit, document: { kind: 'PASSPORT', number } });
    expect(missingSigners(form, [passport]).map((it) => it.person)).toEqual(['p1']);
    expect(missingSigners(form, [naming(permit)])).toEqual([]);
  });

  it('does not wait for a person whom the form does not identify', () => {
    const form = anIndividualBusiness({ people: { p1: { name: people.p1.name } } });
    expect(missingSigners(form, ['not a token'])).toEqual([]);
  });
});

describe('a signature under a name or number that the form has wrong', () => {
  const hash = 'ab'.repeat(32);
  const mistyped = {
    name: { ...people.p2, name: '骆启名' },
    number: { ...people.p2, document: people.p1.document },
    both: { name: '骆启名', document: { kind: 'RESIDENT_ID', number: '1' } },
  };
  const others = [people.p1, people.p3].map((it) => naming(it));
  const missing = (by: string, documents = [hash], form = aForm()) =>
    missingSigners(form, [...others, by], documents).map((it) => it.person);
  const elsewhere = { ...people.p2, document: { ...people.p2.document, number: 'G1' } };

  it('is not waited for where it was given for this document and fits one person', () => {
    expect(missing(naming(mistyped.name, { document_hash: hash }))).toEqual([]);
    expect(missing(naming(elsewhere, { document_hash: hash }))).toEqual([]);
  });

  it('is waited for where it was given for another, fits nobody, or fits two', () => {
    expect(missing(naming(mistyped.name, { document_hash: 'cd'.repeat(32) }))).toEqual(['p2']);
    expect(missing(naming(mistyped.name))).toEqual(['p2']);
    expect(missing(naming(mistyped.both, { document_hash: hash }))).toEqual(['p2']);
    expect(missing(naming(mistyped.number, { document_hash: hash }))).toEqual(['p2']);
  });
});
