import type { ApplicationForm } from '#functions/application/form.ts';
import { yearsLater } from '#functions/shared/days.ts';
import type { Group } from './expected.ts';
import { ROOMY_HOST, SUSPENDED_HOST } from './hosts.ts';
import { hunanCompany, withHunanShareholder } from './hunan-shareholder.ts';
import { daysLater } from './invention.ts';
import {
  atHost,
  CLOTHING,
  DEPARTMENT_STORE,
  individualBusiness,
  limitedCompany,
  type Making,
  mandate,
  soleProprietorship,
  TIANHE,
} from './lawful-forms.ts';
import type { RowMaker } from './row-maker.ts';
import type { SigningFault } from './signing.ts';

/** The form with one of its people changed. */
const withPerson = (
  form: ApplicationForm,
  key: string,
  change: NonNullable<ApplicationForm['people']>[string],
): ApplicationForm => ({
  ...form,
  people: { ...form.people, [key]: { ...form.people?.[key], ...change } },
});

/** The form with its first shareholder changed. */
function withShareholder(
  form: ApplicationForm,
  change: NonNullable<ApplicationForm['shareholders']>[number],
): ApplicationForm {
  const [first, ...others] = form.shareholders ?? [];
  return { ...form, shareholders: [{ ...first, ...change }, ...others] };
}

const company = (making: Making) => limitedCompany(making, CLOTHING);
const store = (making: Making) => individualBusiness(making, DEPARTMENT_STORE);

const supervisedByDirector = (form: ApplicationForm): ApplicationForm => ({
  ...form,
  roles: { ...form.roles, supervisors: ['p1'] },
});

/** A number that is well formed but for its last character. */
const withWrongCheck = (number = ''): string => {
  const last = number.endsWith('0') ? '1' : '0';
  return number.slice(0, -1) + last;
};

/** Rows that must be returned, each with all of its faults. */
export const FAULTY_ROWS = {
  'wrong-check-digit': (making) => {
    const form = store(making);
    const number = withWrongCheck(form.people?.p1?.document?.number);
    return withPerson(form, 'p1', { document: { kind: 'RESIDENT_ID', number } });
  },
  'missing-fields': (making) => {
    const { capital, householdProperty, ...form } = soleProprietorship(making, CLOTHING);
    return { ...form, premises: { kind: 'OWN', address: making.address() } };
  },
  'wrong-sum': (making) => withShareholder(company(making), { fen: 12_345_600 }),
  'due-after-five-years': (making) =>
    withShareholder(company(making), { due: yearsLater(making.today, 6) }),
  'unknown-item': (making) => ({
    ...store(making),
    scope: { bundle: { id: 'B01' }, items: ['星际旅行服务'] },
  }),
  'exclusive-items': (making) => ({
    ...limitedCompany(making, { bundle: 'B07', industry: '食品' }),
    scope: { bundle: { id: 'B07' }, items: ['食品销售'] },
  }),
  'supervisor-is-director': (making) => supervisedByDirector(company(making)),
  'district-without-city': (making) => ({
    ...store(making),
    name: `南沙区${making.tradeName()}百货店`,
  }),
  'sole-owner-as-company': (making) => ({
    ...soleProprietorship(making, CLOTHING),
    name: `广州市南沙区${making.tradeName()}服饰有限公司`,
  }),
  'individual-as-company': (making) => ({
    ...store(making),
    name: `广州市南沙区${making.tradeName()}百货公司`,
  }),
  'forged-signature': company,
  'signature-of-another-document': store,
  'face-seen-too-long-ago': (making) => soleProprietorship(making, CLOTHING),
  'expired-document': (making) => {
    const form = store(making);
    const document = { ...form.people?.p1?.document, validUntil: daysLater(making.today, -30) };
    return withPerson(form, 'p1', { document });
  },
  'address-in-another-district': (making) => ({
    ...store(making),
    premises: { kind: 'OWN', address: making.address(TIANHE.district), proof: 'LEASE' },
  }),
  'suspended-host': (making) => atHost(store(making), SUSPENDED_HOST, making),
  'short-custody': (making) => {
    const form = atHost(store(making), ROOMY_HOST, making);
    const custody = { ...form.premises?.custody, until: daysLater(making.today, 200) };
    return { ...form, premises: { ...form.premises, custody } };
  },
  'expired-mandate': (making) => ({
    ...store(making),
    mandate: { ...mandate(making.today), until: daysLater(making.today, -1) },
  }),
  'hunan-licence-revoked': async (making, licenceOf) => {
    const holder = hunanCompany(making);
    const licence = await licenceOf({ ...holder, revoked: true });
    return withHunanShareholder(making, { ...holder, licence });
  },
  'hunan-licence-not-shown': (making) => withHunanShareholder(making, hunanCompany(making)),
  'several-faults': (making) => {
    const form = withPerson(company(making), 'p3', {
      document: {
        ...making.person().document,
        validUntil: daysLater(making.today, -1),
      },
    });
    return withShareholder(
      {
        ...supervisedByDirector(form),
        premises: { kind: 'OWN', address: making.address(TIANHE.district), proof: 'LEASE' },
      },
      { fen: 1_000_000, due: yearsLater(making.today, 8) },
    );
  },
} satisfies Partial<Record<Group, RowMaker>>;

/** What is wrong with the first signature of a group's rows. */
export const SIGNING_FAULTS: Readonly<Partial<Record<Group, SigningFault>>> = {
  'forged-signature': 'FORGED',
  'signature-of-another-document': 'OF_ANOTHER_DOCUMENT',
  'face-seen-too-long-ago': 'FACE_SEEN_TOO_LONG_AGO',
};
