import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CompleteApplication,
  incompleteness,
} from '#functions/application/complete-application.ts';
import { ApplicationForm } from '#functions/application/form.ts';
import {
  aForm,
  anIndividualBusiness,
  aSoleProprietorship,
  atHost,
  people,
} from '#test/builders/a-form.ts';
import { anArbitraryForm } from '../review/an-arbitrary-form.ts';

/** `/pointer` where a thing is missing, `/pointer!` where it is not of the right kind, or why. */
const told = (form: ApplicationForm) =>
  incompleteness(form)
    .map(
      ({ pointer, missing, because }) =>
        `${pointer}${because ? ` ${because}` : missing ? '' : '!'}`,
    )
    .sort();

describe('a complete application', () => {
  it.each([
    { what: 'a company', form: aForm() },
    { what: 'a sole proprietorship', form: aSoleProprietorship() },
    { what: 'an individual business', form: anIndividualBusiness() },
    {
      what: 'an individual business without a name',
      form: anIndividualBusiness({ name: undefined }),
    },
    { what: 'a company at a host', form: aForm(atHost) },
  ])('of $what lacks nothing', ({ form }) => {
    expect(told(form)).toEqual([]);
    expect(CompleteApplication.safeParse(form).success).toBe(true);
  });

  it('leaves the values to the rules', () => {
    const person = { ...people.p1, document: { kind: 'RESIDENT_ID', number: '1' } };
    const form = anIndividualBusiness({
      name: 'X',
      registrar: '0',
      people: { p1: person },
      scope: { items: ['?'] },
    });
    expect(told(form)).toEqual([]);
  });
});

describe('incompleteness', () => {
  it('tells all that is missing of each type, at once', () => {
    const nothing = (type: string) => told(ApplicationForm.parse({ type }));
    const common = ['/people', '/premises', '/registrar', '/roles', '/scope'];
    expect(nothing('INDIVIDUAL_BUSINESS')).toEqual(['/operation', ...common]);
    expect(nothing('SOLE_PROPRIETORSHIP')).toEqual(
      [...common, '/capital', '/householdProperty', '/name'].sort(),
    );
    expect(nothing('LIMITED_COMPANY')).toEqual(
      [
        ...common,
        ...['/beneficialOwners', '/capital', '/charter', '/name', '/shareholders', '/supervision'],
      ].sort(),
    );
  });

  it('still looks at what every type brings where the type is missing or unknown', () => {
    const common = ['/people', '/premises', '/registrar', '/roles', '/scope'];
    expect(told(ApplicationForm.parse({}))).toEqual([...common, '/type']);
    expect(told(ApplicationForm.parse({ type: '股份有限公司' }))).toEqual([...common, '/type!']);
    expect(told(aForm({ type: undefined, premises: undefined }))).toEqual(['/premises', '/type']);
  });

  it('points at the field itself, however deep', () => {
    const form = aForm({
      people: { ...people, p2: { name: ' ', document: { kind: 'LIBRARY_CARD' } } },
      shareholders: [{ person: 'p1', fen: 1, contribution: '' }, {}],
      premises: { kind: 'HOME', address: '广州市南沙区望潮街12号' },
    });
    expect(told(form)).toEqual([
      '/people/p2/document/kind!',
      '/people/p2/document/number',
      '/people/p2/name',
      '/premises/proof',
      '/shareholders/0/contribution',
      '/shareholders/0/due',
      '/shareholders/1/contribution',
      '/shareholders/1/due',
      '/shareholders/1/fen',
      '/shareholders/1/person',
    ]);
  });

  it.each([
    { kind: 'CLUSTER', lacks: ['/premises/custody', '/premises/host'] },
    { kind: 'OWN', lacks: ['/premises/address', '/premises/proof'] },
    { kind: 'CASTLE', lacks: ['/premises/kind!'] },
  ])('asks of $kind premises what they need', ({ kind, lacks }) => {
    expect(told(aForm({ premises: { kind } }))).toEqual(lacks);
  });

  it('asks for all of a filing that was begun, and for none that was not', () => {
    const item = '食品销售（仅销售预包装食品）';
    const whole = { item, channels: ['RETAIL', 'ONLINE'], products: '饼干' };
    expect(told(aForm({ filings: [whole] }))).toEqual([]);
    expect(told(aForm({ filings: [] }))).toEqual([]);
    expect(
      told(
        aForm({ filings: [whole, { item, channels: [] }, { ...whole, channels: ['SHOUTING'] }] }),
      ),
    ).toEqual(['/filings/1/channels', '/filings/1/products', '/filings/2/channels/0!']);
  });

  it('asks for all of an approval, but for a term and a place that it may not name', () => {
    const whole = {
      ...{ item: '危险化学品经营', number: '粤穗示例〔2026〕1号', authority: '示例局' },
      ...{ holder: '晨岚', issued: '2026-11-01' },
    };
    expect(told(aForm({ approvals: [whole] }))).toEqual([]);
    expect(
      told(aForm({ approvals: [{ item: whole.item }, { ...whole, until: 'never' }] })),
    ).toEqual([
      '/approvals/0/authority',
      '/approvals/0/holder',
      '/approvals/0/issued',
      '/approvals/0/number',
      '/approvals/1/until!',
    ]);
  });

  it('asks a family business for its members', () => {
    const roles = { operator: 'p1', liaison: 'p1' };
    expect(told(anIndividualBusiness({ operation: 'FAMILY' }))).toEqual(['/roles/family']);
    const family = { roles: { ...roles, family: ['p2'] } };
    expect(told(anIndividualBusiness({ operation: 'FAMILY', ...family }))).toEqual([]);
    expect(told(anIndividualBusiness(family))).toEqual(['/roles/family NOT_ASKED']);
  });

  it('asks for supervisors where the way of supervision has them', () => {
    const { supervisors, ...roles } = aForm().roles ?? {};
    expect(told(aForm({ roles }))).toEqual(['/roles/supervisors']);
    expect(told(aForm({ roles, supervision: 'NONE_BY_CONSENT' }))).toEqual([]);
  });

  it('asks for owners where no exemption is promised', () => {
    expect(told(aForm({ beneficialOwners: {} }))).toEqual(['/beneficialOwners/owners']);
  });

  it('names every role that points at nobody', () => {
    const { p3, ...others } = people;
    expect(told(aForm({ people: others }))).toEqual([
      '/roles/financeHead NOBODY',
      '/roles/liaison NOBODY',
    ]);
    expect(told(anIndividualBusiness({ roles: { operator: 'p9', liaison: 'p1' } }))).toEqual([
      '/roles/operator NOBODY',
    ]);
  });

  it('asks the liaison for phone and e-mail, and the owner for his residence', () => {
    const { residence, phone, email, ...bare } = people.p1;
    expect(told(aSoleProprietorship({ people: { p1: bare } }))).toEqual([
      '/people/p1/email',
      '/people/p1/phone',
      '/people/p1/residence',
    ]);
  });

  it('names fields that the type or the premises do not have', () => {
    const premises = { ...atHost.premises, address: '广州市南沙区望潮街12号' };
    expect(
      told(anIndividualBusiness({ premises, shareholders: [{ person: 'p1' }], termYears: 20 })),
    ).toEqual(['/premises/address NOT_ASKED', '/shareholders NOT_ASKED', '/termYears NOT_ASKED']);
  });

  it('is nothing exactly when the strict schema takes the form', () => {
    fc.assert(
      fc.property(anArbitraryForm, (form) => {
        const found = incompleteness(form);
        expect(found.length === 0).toBe(CompleteApplication.safeParse(form).success);
        expect(new Set(found.map(({ pointer }) => pointer)).size).toBe(found.length);
      }),
    );
  });
});
