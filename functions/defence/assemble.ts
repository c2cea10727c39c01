import * as z from 'zod';
import { Application } from '../application/application.ts';
import { type Case, caseIn, SAMPLE_PART, sampleIn } from '../application/case.ts';
import { Decision } from '../application/decision.ts';
import type { OurPublicKey } from '../business-licence/licence-keys.ts';
import { keptLicencesIn } from '../e-licence/kept-licences.ts';
import type { Sections } from './defence-file.ts';
import { assertionsIn } from './signed-texts.ts';

/** An item of the application's partition. */
export interface StoredItem {
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

const Standing = z.object({
  standing: z.object({ agent: z.string(), standing: z.string(), at: z.string() }),
});
export type FoundStanding = z.infer<typeof Standing>['standing'];

/** The agent's standing among a decision's facts, unless nobody answered. */
export function standingIn(facts: unknown): FoundStanding | undefined {
  const standing = Standing.safeParse(facts).data?.standing;
  return standing?.standing === 'SILENT' ? undefined : standing;
}

/** What else a file needs, as the items tell. */
export interface Wanted {
  /** digests of issuers' answers */
  readonly answers: readonly string[];
  /** hashes of rule sets */
  readonly ruleSets: readonly string[];
  /** keys of the identity provider that assertions say they were signed by */
  readonly identityKeys: readonly { readonly authority: string; readonly kid: string }[];
  /** what decisions found of agents, and when the agent system said so */
  readonly standings: readonly FoundStanding[];
  readonly uscc?: string;
}

/** What was kept elsewhere, and found. */
export interface Found {
  readonly answers: Sections['answers'];
  readonly rules: Sections['rules'];
  /** every item of the business's partition */
  readonly register: readonly StoredItem[];
  readonly standings: Sections['standings'];
  readonly others: Sections['keys']['others'];
  readonly ours: readonly OurPublicKey[];
}

/** Of an item, what belongs to the store and not to the matter: keys, indexes, lookup hashes, what wakes a machine. */
const NOT_TOLD = new Set([
  ...['pk', 'sk', 'ownerKey', 'ownerSort', 'unfinished', 'unfinishedSince', 'queue', 'queueOrder'],
  ...['issued', 'postCheckQueue', 'postCheckDue', 'taskToken', 'persons', 'intent'],
  ...['decided', 'decidedPlace', 'measured'],
]);

const told = (item: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !NOT_TOLD.has(name)));

const ATTEMPT = /^ATTEMPT#(\d+)(.*)$/;
const CASE = /^#CASE/;
const DECISION = /^#DECISION#/;

interface AttemptItems {
  readonly attempt: number;
  /** part of the key after the attempt → item; the attempt itself under '' */
  readonly parts: ReadonlyMap<string, StoredItem>;
}

function attemptsOf(items: readonly StoredItem[]): AttemptItems[] {
  const attempts = new Map<number, Map<string, StoredItem>>();
  for (const item of items) {
    const [, attempt, part] = ATTEMPT.exec(item.sk) ?? [];
    if (attempt === undefined || part === undefined) continue;
    const parts = attempts.get(Number(attempt)) ?? new Map<string, StoredItem>();
    attempts.set(Number(attempt), parts.set(part, item));
  }
  return [...attempts]
    .map(([attempt, parts]) => ({ attempt, parts }))
    .sort((a, b) => a.attempt - b.attempt);
}

const decisionsOf = ({ attempt, parts }: AttemptItems) =>
  [...parts]
    .filter(([part]) => DECISION.test(part))
    .map(([, item]) => ({ attempt, ...Decision.parse(item) }))
    .sort((a, b) => a.round - b.round);

/** The case of an attempt or its second reading, where it has one. */
export function caseOf(items: readonly StoredItem[], attempt: number): Case | undefined {
  const parts = attemptsOf(items).find((it) => it.attempt === attempt)?.parts ?? new Map();
  return caseIn(parts) ?? sampleIn(parts);
}

/** A second reading that is not decided is nobody's to know. */
const isSecret = ([part, item]: readonly [string, StoredItem]): boolean =>
  part === SAMPLE_PART && item.decision === undefined;

/** What to look up beside the application's own items. */
export function wantedBy(items: readonly StoredItem[]): Wanted {
  const attempts = attemptsOf(items);
  const { uscc } = headOf(items);
  const keys = assertionsIn(items).map(({ issuer, kid }) => ({ authority: issuer, kid }));
  const decisions = attempts.flatMap(decisionsOf);
  return {
    answers: unique(
      attempts.flatMap(({ parts }) => keptLicencesIn(parts).answers.map(({ digest }) => digest)),
    ),
    ruleSets: unique(decisions.map(({ ruleSet }) => ruleSet.hash)),
    identityKeys: [...new Map(keys.map((it) => [`${it.authority} ${it.kid}`, it])).values()],
    standings: decisions.flatMap(({ facts }) => standingIn(facts) ?? []),
    ...(uscc && { uscc }),
  };
}

/** The sections, from everything that was kept. */
export function sectionsOf(items: readonly StoredItem[], found: Found): Sections {
  const attempts = attemptsOf(items);
  const under = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix)).map(told);
  return {
    application: { ...told(itemOf(items, 'HEAD')), ...headOf(items) },
    attempts: attempts.map(({ attempt, parts }) => ({
      attempt,
      sent: told(parts.get('') ?? {}),
      beside: Object.fromEntries(
        [...parts]
          .filter(([part]) => part !== '' && !CASE.test(part) && !DECISION.test(part))
          .filter((kept) => !isSecret(kept))
          .map(([part, item]) => [part.slice(1), told(item)]),
      ),
    })),
    decisions: attempts.flatMap(decisionsOf),
    cases: attempts.flatMap(({ attempt, parts }) =>
      [...parts]
        .filter(([part]) => CASE.test(part))
        .map(([, item]) => ({ attempt, ...told(item) })),
    ),
    answers: found.answers,
    standings: found.standings,
    rules: found.rules,
    history: under('HISTORY#'),
    notices: under('NOTICE#'),
    readings: under('READ#'),
    beside: Object.fromEntries(
      items.filter(({ sk }) => !OF_ITS_OWN.test(sk)).map((item) => [item.sk, told(item)]),
    ),
    register: registerOf(found.register),
    keys: {
      ours: found.ours.map(({ jwk, withdrawn }) => ({
        thumbprint: jwk.kid,
        jwk: { ...jwk, kty: String(jwk.kty) },
        ...(withdrawn && { withdrawn }),
      })),
      others: found.others,
    },
  };
}

function registerOf(items: readonly StoredItem[]): Sections['register'] {
  const only = (kind: string) => items.filter(({ sk }) => sk === kind).map(told)[0];
  const [business, licence] = [only('BUSINESS'), only('LICENCE')];
  const others = items.filter(({ sk }) => sk !== 'BUSINESS' && sk !== 'LICENCE');
  return {
    ...(business && { business }),
    ...(licence && { licence }),
    beside: Object.fromEntries(others.map((item) => [item.sk, told(item)])),
  };
}

/** Items that have a section of their own. */
const OF_ITS_OWN = /^(HEAD$|(ATTEMPT|HISTORY|NOTICE|READ)#)/;

const itemOf = (items: readonly StoredItem[], sk: string): object =>
  items.find((item) => item.sk === sk) ?? {};

export const headOf = (items: readonly StoredItem[]): Application =>
  Application.parse(itemOf(items, 'HEAD'));

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
