import * as z from 'zod';
import { BUSINESS_TYPES } from '../registrar/registrars.ts';
import { LegalDate } from '../shared/calendar.ts';
import { isDocumentKind } from '../shared/identity-document.ts';
import { type ApplicationForm, PersonKey } from './form.ts';
import { type Path, personOf, pointerOf, rolesOf } from './form-places.ts';

/**
 * A complete application (申请材料齐全, 条例 art. 16 and 19): what each type of business must bring,
 * by 条例 art. 8, 9 and 实施细则 art. 6, 7, 25. It asks whether a thing is there and of the right
 * kind; whether its value is lawful is asked by the other rules.
 */
const present = z.string().refine((text) => text.trim() !== '');
const keys = z.array(PersonKey).min(1);

const Person = z.strictObject({
  name: present,
  /** without `validUntil`: good for the long term (长期) */
  document: z.strictObject({
    kind: z.string().refine(isDocumentKind),
    number: present,
    validUntil: LegalDate.optional(),
    certification: z
      .strictObject({
        kind: z.enum(['NOTARISED', 'CONSULAR', 'APOSTILLE', 'ATTESTED']),
        number: present,
        until: LegalDate.optional(),
      })
      .optional(),
  }),
  residence: present.optional(),
  phone: present.optional(),
  email: present.optional(),
});

const atAddress = { address: present, proof: z.enum(['TITLE', 'LEASE', 'CONSENT', 'PROMISE']) };

const Premises = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('OWN'), ...atAddress }),
  z.strictObject({ kind: z.literal('HOME'), ...atAddress }),
  z.strictObject({ kind: z.literal('NETWORK'), ...atAddress }),
  z.strictObject({
    kind: z.literal('CLUSTER'),
    host: present,
    place: z.int().min(1).optional(),
    custody: z.strictObject({ from: LegalDate, until: LegalDate, serviceOfDocuments: z.boolean() }),
  }),
]);

const common = {
  registrar: present,
  scope: z.strictObject({
    bundle: z.strictObject({ id: present, version: present.optional() }).optional(),
    without: z.array(present).optional(),
    items: z.array(present).optional(),
  }),
  filings: z
    .array(
      z.strictObject({
        item: present,
        channels: z.array(z.enum(['WHOLESALE', 'RETAIL', 'ONLINE', 'VENDING'])).min(1),
        products: present,
        storedAt: present.optional(),
      }),
    )
    .optional(),
  approvals: z
    .array(
      z.strictObject({
        ...{ item: present, number: present, authority: present, holder: present },
        address: present.optional(),
        issued: LegalDate,
        until: LegalDate.optional(),
      }),
    )
    .optional(),
  premises: Premises,
  people: z.record(PersonKey, Person),
  mandate: z
    .strictObject({
      agent: present,
      client: PersonKey.optional(),
      acts: z.array(present).min(1),
      from: LegalDate,
      until: LegalDate,
      corrections: z.boolean(),
    })
    .optional(),
  promises: z
    .strictObject({
      address: z.boolean().optional(),
      noPremisesBoundActivity: z.boolean().optional(),
      similarName: z.boolean().optional(),
      version: present.optional(),
    })
    .optional(),
};

const Capital = z.strictObject({ fen: z.number(), currency: present });

const LimitedCompany = z.strictObject({
  type: z.literal('LIMITED_COMPANY'),
  ...common,
  name: present,
  capital: Capital,
  roles: z.strictObject({
    legalRepresentative: PersonKey,
    directors: keys,
    managers: keys.optional(),
    supervisors: keys.optional(),
    financeHead: PersonKey.optional(),
    liaison: PersonKey,
  }),
  shareholders: z
    .array(
      z.strictObject({
        person: PersonKey.optional(),
        company: z
          .strictObject({ name: present, uscc: present, licence: present.optional() })
          .optional(),
        fen: z.number(),
        contribution: present,
        due: LegalDate,
      }),
    )
    .min(1),
  supervision: z.enum(['BOARD', 'ONE', 'AUDIT_COMMITTEE', 'NONE_BY_CONSENT']),
  charter: z.strictObject({ model: present }),
  termYears: z.int().min(1).optional(),
  beneficialOwners: z.strictObject({
    exemptionPromise: z.boolean().optional(),
    owners: z.array(z.strictObject({ person: PersonKey, share: z.number().optional() })).optional(),
  }),
});

const SoleProprietorship = z.strictObject({
  type: z.literal('SOLE_PROPRIETORSHIP'),
  ...common,
  name: present,
  capital: Capital,
  householdProperty: z.boolean(),
  roles: z.strictObject({
    owner: PersonKey,
    financeHead: PersonKey.optional(),
    liaison: PersonKey,
  }),
});

const IndividualBusiness = z.strictObject({
  type: z.literal('INDIVIDUAL_BUSINESS'),
  ...common,
  /** 无字号名称 is lawful: 企业名称登记管理规定 art. 25 */
  name: present.optional(),
  operation: z.enum(['PERSONAL', 'FAMILY']),
  roles: z.strictObject({ operator: PersonKey, family: keys.optional(), liaison: PersonKey }),
});

/** Where the type is unknown: what every type must bring. */
const AnyType = z.looseObject({
  ...common,
  type: z.enum(BUSINESS_TYPES),
  roles: z.looseObject({ liaison: PersonKey }),
});

/** One thing that is not there (`missing`), or there and not of the right kind. */
export interface Incompleteness {
  /** JSON Pointer (RFC 6901) of the field itself */
  readonly pointer: string;
  readonly missing: boolean;
  /** NOBODY: a key that `people` does not have. NOT_ASKED: no field of this type of business or premises */
  readonly because?: 'NOBODY' | 'NOT_ASKED';
}

const empty = (list: readonly unknown[] | undefined): boolean => !list || list.length === 0;

/** What one part of the form asks of another. */
function* relations(
  form: ApplicationForm,
): Generator<{ path: Path; because?: 'NOBODY' | 'NOT_ASKED' }> {
  const { roles, people, scope, beneficialOwners: owners } = form;
  if (people)
    for (const [path, key] of rolesOf(form))
      if (!Object.hasOwn(people, key)) yield { path, because: 'NOBODY' };
  const asked = [
    [roles?.owner, 'residence'],
    [roles?.operator, 'residence'],
    [roles?.liaison, 'phone'],
    [roles?.liaison, 'email'],
  ] as const;
  for (const [key, field] of asked)
    if (personOf(form, key) && personOf(form, key)?.[field] === undefined)
      yield { path: ['people', String(key), field] };
  if (scope && !scope.bundle && empty(scope.items)) yield { path: ['scope', 'items'] };
  if (form.type === 'INDIVIDUAL_BUSINESS') {
    if (form.operation === 'FAMILY' && roles && empty(roles.family))
      yield { path: ['roles', 'family'] };
    if (form.operation === 'PERSONAL' && !empty(roles?.family))
      yield { path: ['roles', 'family'], because: 'NOT_ASKED' };
  }
  if (form.type !== 'LIMITED_COMPANY') return;
  if (/^(BOARD|ONE)$/.test(form.supervision ?? '') && roles && empty(roles.supervisors))
    yield { path: ['roles', 'supervisors'] };
  if (owners && owners.exemptionPromise !== true && empty(owners.owners))
    yield { path: ['beneficialOwners', 'owners'] };
  for (const [at, { person, company }] of (form.shareholders ?? []).entries()) {
    if (person === undefined && !company) yield { path: ['shareholders', at, 'person'] };
    if (person !== undefined && company)
      yield { path: ['shareholders', at, 'company'], because: 'NOT_ASKED' };
  }
}

export const CompleteApplication = z
  .discriminatedUnion('type', [LimitedCompany, SoleProprietorship, IndividualBusiness])
  .superRefine((application, ctx) => {
    for (const { path } of relations(application))
      ctx.addIssue({ code: 'custom', path: [...path], message: 'incomplete' });
  });
export type CompleteApplication = z.infer<typeof CompleteApplication>;

const valueAt = (form: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    form,
  );

const nothing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const schemaOf = (type: string | undefined): z.ZodType =>
  [LimitedCompany, SoleProprietorship, IndividualBusiness].find(
    (it) => it.shape.type.value === type,
  ) ?? AnyType;

/**
 * Everything that keeps the form from being complete, each place once: nothing stops at the first,
 * and with an unknown type the parts common to all types are still looked at.
 */
export function incompleteness(form: ApplicationForm): readonly Incompleteness[] {
  const issues = (schemaOf(form.type).safeParse(form).error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], because: 'NOT_ASKED' as const }))
      : [{ path: issue.path }],
  );
  const found = new Map<string, Incompleteness>();
  for (const { path, ...why } of [...issues, ...relations(form)]) {
    const value = valueAt(form, path);
    if (value === undefined && 'because' in why) continue;
    const pointer = pointerOf(path);
    if (!found.has(pointer)) found.set(pointer, { pointer, missing: nothing(value), ...why });
  }
  return [...found.values()];
}
