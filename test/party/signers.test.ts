import { UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { missingSigners, signersOf } from '#functions/party/signers.ts';
import { aForm, anIndividualBusiness, people } from '#test/builders/a-form.ts';

const naming = (person: { name: string; document: { kind: string; number: string } }) =>
  new UnsecuredJWT({ person }).encode();

describe('who signs what', () => {
  it('has the legal representative sign the application and shareholders the charter', () => {
    expect(signersOf(aForm())).toEqual([
      { person: 'p1', signs: ['APPLICATION', 'CHARTER', 'CONSENT'] },
      { person: 'p2', signs: ['CHARTER', 'CONSENT'] },
      { person: 'p3', signs: ['CONSENT'] },
    ]);
  });

  it('has the operator sign the mandate of his agent', () => {
    const form = anIndividualBusiness({ mandate: { agent: 'a' }, roles: { operator: 'p1' } });
    expect(signersOf(form)).toEqual([{ person: 'p1', signs: ['APPLICATION', 'MANDATE'] }]);
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
    expect(missingSigners(aForm(), Object.values(people).map(naming))).toEqual([]);
  });

  it('still counts a person whose namesake signed', () => {
    const namesake = { ...people.p2, name: people.p1.name };
    const assertions = [namesake, people.p2, people.p3].map(naming);
    expect(missingSigners(aForm(), assertions).map((it) => it.person)).toEqual(['p1']);
  });

  it('does not wait for a person whom the form does not identify', () => {
    const form = anIndividualBusiness({ people: { p1: { name: people.p1.name } } });
    expect(missingSigners(form, ['not a token'])).toEqual([]);
  });
});
