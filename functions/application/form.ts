import * as z from 'zod';

/**
 * The form as sent (申请书): types and sizes only.
 *
 * Content is never refused at the door. A missing field or a bad value becomes a finding of the
 * review, because all faults are told at once (一次性告知, 实施细则 art. 18). What is refused here
 * is only what could not be read at all: a wrong JSON type, an unknown member, a text too long or broken.
 */
const text = (max: number) =>
  z
    .string()
    .max(max)
    // half a surrogate pair is no character: it could not be kept, nor signed, as it came (RFC 8785, 3.2.2.2)
    .refine((it) => it.isWellFormed(), 'not well-formed Unicode');
const date = text(10);
/** Beyond what a number of JSON carries exactly, or below any share or amount, it could not be kept as it came (RFC 8259, 6). */
const number = z
  .number()
  .refine(
    (it) => Math.abs(it) <= Number.MAX_SAFE_INTEGER && (it === 0 || Math.abs(it) >= 1e-9),
    'out of range',
  );

/** Names a person inside one form; roles point at it. Never a personal name, nor what the database's client takes for a class. */
export const PersonKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/)
  .refine((key) => key !== 'constructor', 'not a key');

const Person = z.strictObject({
  name: text(100).optional(),
  document: z
    .strictObject({
      /** RESIDENT_ID, HK_MACAO_PERMIT, TAIWAN_PERMIT, RESIDENCE_CARD, FOREIGN_RESIDENT_CARD, PASSPORT */
      kind: text(40).optional(),
      number: text(40).optional(),
      validUntil: date.optional(),
      /** a foreign document's certification (实施细则 art. 24): NOTARISED, CONSULAR, APOSTILLE, ATTESTED; its number; its last day */
      certification: z
        .strictObject({
          kind: text(40).optional(),
          number: text(60).optional(),
          until: date.optional(),
        })
        .optional(),
    })
    .optional(),
  residence: text(300).optional(),
  phone: text(40).optional(),
  email: text(200).optional(),
});

/** Who does what, by key into `people`. One person may stand in several roles. */
const Roles = z.strictObject({
  legalRepresentative: PersonKey.optional(),
  directors: z.array(PersonKey).max(50).optional(),
  managers: z.array(PersonKey).max(50).optional(),
  supervisors: z.array(PersonKey).max(50).optional(),
  financeHead: PersonKey.optional(),
  /** 投资人 of a 个人独资企业 */
  owner: PersonKey.optional(),
  /** 经营者 of a 个体工商户 */
  operator: PersonKey.optional(),
  /** family members taking part (家庭经营) */
  family: z.array(PersonKey).max(50).optional(),
  /** 登记联络员 */
  liaison: PersonKey.optional(),
});

const Shareholder = z.strictObject({
  /** a natural person, by key … */
  person: PersonKey.optional(),
  /** … or a company, which shows its own e-licence (SD-JWT VC) */
  company: z
    .strictObject({
      name: text(100).optional(),
      /** unified social credit code (统一社会信用代码) */
      uscc: text(40).optional(),
      licence: text(65_536).optional(),
    })
    .optional(),
  /** subscribed amount, in fen */
  fen: number.optional(),
  /** CASH, GOODS, INTELLECTUAL_PROPERTY, LAND_USE, EQUITY, CLAIM, DATA, … */
  contribution: text(40).optional(),
  /** last day of contribution */
  due: date.optional(),
});

const Scope = z.strictObject({
  /** bundle (常用关联性经营项目打包), e.g. B01, and the version that the applicant saw */
  bundle: z.strictObject({ id: text(10), version: text(20).optional() }).optional(),
  /** wordings dropped from the bundle */
  without: z.array(text(200)).max(200).optional(),
  /** wordings added, in order; without a bundle, all of them */
  items: z.array(text(200)).max(200).optional(),
});

/** What is filed for one item for filing (备案), captured with the form; see functions/scope/tasks-after */
const Filing = z.strictObject({
  /** wording of the item */
  item: text(200),
  /** WHOLESALE, RETAIL, ONLINE, VENDING */
  channels: z.array(text(20)).max(10).optional(),
  /** what is sold, in plain words */
  products: text(300).optional(),
  /** where it is kept, if not at the premises */
  storedAt: text(300).optional(),
});

/** An approval that comes before registration (前置审批), as its document says */
const Approval = z.strictObject({
  /** wording of the item that it is for */
  item: text(200),
  number: text(100).optional(),
  authority: text(100).optional(),
  /** the business to be, or who founds it */
  holder: text(200).optional(),
  /** where it is given for one place */
  address: text(300).optional(),
  issued: date.optional(),
  /** last day; absent where it names none */
  until: date.optional(),
});

const Premises = z.strictObject({
  /** OWN (own or rented), HOME, CLUSTER (住所托管 at a host's address), NETWORK (platform shop) */
  kind: text(40).optional(),
  address: text(300).optional(),
  /** CLUSTER: the host's id, and the numbered place if host and tenant agreed on one */
  host: text(40).optional(),
  place: number.optional(),
  /** CLUSTER: the custody agreement (住所托管协议) */
  custody: z
    .strictObject({
      from: date.optional(),
      until: date.optional(),
      /** the host receives legal documents for the tenant */
      serviceOfDocuments: z.boolean().optional(),
    })
    .optional(),
  /** OWN, HOME: TITLE, LEASE, CONSENT or PROMISE (the last where the registrar's regime allows it) */
  proof: text(40).optional(),
});

export const ApplicationForm = z.strictObject({
  /** LIMITED_COMPANY 有限责任公司, SOLE_PROPRIETORSHIP 个人独资企业, INDIVIDUAL_BUSINESS 个体工商户 */
  type: text(40).optional(),
  /** six-digit division of the registrar applied to, e.g. 440115 南沙 */
  registrar: text(12).optional(),
  /** full trade name, e.g. 广州市南沙区晨岚百货店; a 个体工商户 may go without */
  name: text(200).optional(),
  scope: Scope.optional(),
  /** what items for filing will be filed with, so that nobody asks for it again */
  filings: z.array(Filing).max(20).optional(),
  /** approvals of items that must have one before registration */
  approvals: z.array(Approval).max(20).optional(),
  premises: Premises.optional(),
  /** registered capital, or the declared contribution of a sole owner */
  capital: z.strictObject({ fen: number.optional(), currency: text(10).optional() }).optional(),
  /** 个体工商户: PERSONAL 个人经营 or FAMILY 家庭经营 */
  operation: text(40).optional(),
  /** 个人独资企业: whether household property answers for debts (个人独资企业法 art. 18) */
  householdProperty: z.boolean().optional(),
  people: z.record(PersonKey, Person).optional(),
  roles: Roles.optional(),
  shareholders: z.array(Shareholder).max(200).optional(),
  /** BOARD, ONE, AUDIT_COMMITTEE, NONE_BY_CONSENT (公司法 art. 69, 76, 83) */
  supervision: text(40).optional(),
  /** the charter: a published model, taken over as it is */
  charter: z.strictObject({ model: text(40).optional() }).optional(),
  /** term of operation in years; absent = without limit */
  termYears: number.optional(),
  beneficialOwners: z
    .strictObject({
      /** the signed promise of 受益所有人信息管理办法 art. 3 */
      exemptionPromise: z.boolean().optional(),
      owners: z
        .array(z.strictObject({ person: PersonKey, share: number.optional() }))
        .max(50)
        .optional(),
    })
    .optional(),
  /** an agent's authority to act for this client */
  mandate: z
    .strictObject({
      /** the agent's token subject, or its name as disclosed in the national agent system */
      agent: text(100).optional(),
      /** who gives it; absent = the head of the business */
      client: PersonKey.optional(),
      acts: z.array(text(40)).max(20).optional(),
      from: date.optional(),
      until: date.optional(),
      corrections: z.boolean().optional(),
    })
    .optional(),
  promises: z
    .strictObject({
      /** the address is true and may be used */
      address: z.boolean().optional(),
      /** nothing bound to premises is carried on at the host's address */
      noPremisesBoundActivity: z.boolean().optional(),
      /** liability for a name close to another (企业名称登记管理规定 art. 16) */
      similarName: z.boolean().optional(),
      /** which release of the promise texts was shown and signed, e.g. 2026-05; functions/registrar/promises */
      version: text(20).optional(),
    })
    .optional(),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

/** A signer's assertion by the identity provider over the document's digest (JWT); see functions/party. */
const PersonalSignature = z.strictObject({ assertion: text(8_192) });

/**
 * A corporate shareholder's signature: its e-licence, shown by whoever holds its key, the digest being
 * the nonce of the key binding (SD-JWT+KB, RFC 9901); see functions/e-licence.
 */
const CompanySignature = z.strictObject({
  /** index in `shareholders` */
  shareholder: z.int().min(0).max(199),
  presentation: text(65_536),
});

/** Signatures that an attempt can hold. */
export const MOST_SIGNATURES = 260;

export const Signatures = z
  .array(z.union([PersonalSignature, CompanySignature]))
  .max(MOST_SIGNATURES);
export type Signatures = z.infer<typeof Signatures>;

export const Submission = z.strictObject({
  form: ApplicationForm,
  signatures: Signatures.optional(),
});
