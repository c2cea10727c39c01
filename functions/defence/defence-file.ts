import * as z from 'zod';
import { canonicalJson, type Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';

/** Raised when the meaning of a section changes; a verifier reads the formats that it knows. */
export const FORMAT = 'market-entry/defence-file/1';

export const DEFENCE_FILE_TYPE = 'defence-file+jwt';

const List = z.array(z.looseObject({}));
const ByDigest = z.record(z.string(), z.looseObject({}));

/** What a defence file holds, each section under a digest of its own. Items are told as they are stored. */
export const Sections = z.strictObject({
  /** the head of the application */
  application: z.looseObject({ id: z.string(), events: z.int(), historyHead: z.string() }),
  /** every attempt as it was sent: form, signatures, assertions, e-licences; and what was kept beside it */
  attempts: z.array(
    z.strictObject({
      attempt: z.int(),
      sent: z.looseObject({}),
      beside: z.record(z.string(), z.looseObject({})),
    }),
  ),
  /** the machine's decisions: facts, rules with their results, findings */
  decisions: List,
  /** officials' cases with their decisions and reasons */
  cases: List,
  /** signed answers of other authorities as they came, with the keys believed then, by digest */
  answers: ByDigest,
  /** what the national agent system said of the agent, as it signed it */
  standings: List,
  /** releases of the rule sets that decided: code, and texts with the law they rest on, by the digest that decisions name */
  rules: ByDigest,
  /** the whole chain, with salts */
  history: List,
  notices: List,
  /** who read it */
  readings: List,
  /** whatever else is kept beside the application, by its key */
  beside: z.record(z.string(), z.looseObject({})),
  /** the business and its licence as they are now, where it was registered, and what was kept of it since, by its key */
  register: z.strictObject({
    business: z.looseObject({}).optional(),
    licence: z.looseObject({}).optional(),
    beside: z.record(z.string(), z.looseObject({})),
  }),
  keys: z.strictObject({
    /** ours: every licence key, withdrawn ones with the day */
    ours: z.array(
      z.strictObject({
        thumbprint: z.string(),
        jwk: z.looseObject({ kty: z.string(), kid: z.string() }),
        withdrawn: z.string().optional(),
      }),
    ),
    /** of the identity provider, the agent system and the issuers of e-licences: by which their word was believed, and since when we knew each */
    others: z.array(
      z.looseObject({
        thumbprint: z.string(),
        authority: z.string(),
        jwk: z.looseObject({ kty: z.string(), kid: z.string() }),
      }),
    ),
  }),
});
export type Sections = z.infer<typeof Sections>;

/** What is signed: whose file, made when and for whom, and the digest of every section. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  applicationId: z.string(),
  madeAt: z.iso.datetime({ precision: 3 }),
  /** the official who asked for it */
  madeFor: z.string(),
  sections: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** 案卷: one document, in canonical JSON (RFC 8785), so that every byte of it is sealed. */
export const DefenceFile = z.strictObject({
  format: z.literal(FORMAT),
  sections: Sections,
  /** JWS over the manifest, ES256, by our licence key */
  seal: z.string(),
});
export type DefenceFile = z.infer<typeof DefenceFile>;

/** The digest of each section. */
export async function digestsOf(sections: object): Promise<Record<string, string>> {
  const digests = Object.entries(sections).map(
    async ([name, section]) => [name, await digestOf(plain(section))] as const,
  );
  return Object.fromEntries(await Promise.all(digests));
}

export const textOf = (file: DefenceFile): string => canonicalJson(plain(file));

/** As JSON has it: members that are undefined are gone. */
export const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));
