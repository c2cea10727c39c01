import * as z from 'zod';
import { caseIn } from '../application/case.ts';
import { type Decision, decisionsIn } from '../application/decision.ts';
import type { Reading } from '../application/read-log.ts';
import { licencesIn } from '../e-licence/kept-licences.ts';
import type { Dossier } from '../notice/notices-of.ts';
import { Instant } from '../shared/calendar.ts';

/** What was given, or read, as the records tell it; and what of it names the recipient. */
export type Given =
  | { readonly kind: Reading['what']; readonly registrar?: string | undefined }
  | { readonly kind: 'STATUS_LIST'; readonly region: string }
  | { readonly kind: 'STANDING' }
  | { readonly kind: 'FACE'; readonly who: string }
  | { readonly kind: 'CUSTODY'; readonly host: string }
  | { readonly kind: 'HANDED_OVER'; readonly registrar: string | undefined }
  | { readonly kind: 'PUBLISHED' };

/** That data of an application came to somebody (个人信息保护法 art. 23, 44, 45). */
export interface Disclosure {
  readonly at: string;
  /** the moment, and what tells it from others of that moment: they are listed by it */
  readonly key: string;
  readonly given: Given;
}

/** A reading as it is kept: of officials. */
export interface KeptReading extends Reading {
  /** its sort key, without its kind */
  readonly key: string;
}

/** An official's reading. Who kept no registrar with it read as one of those who decide. */
export const readingDisclosed = (
  { at, key, what, registrar }: KeptReading,
  deciding: string | undefined,
): Disclosure => ({ at, key, given: { kind: what, registrar: registrar ?? deciding } });

const disclosed = (at: string, given: Given, which: string = given.kind): Disclosure => ({
  at,
  key: `${at}-${which}`,
  given,
});

type Own = NonNullable<ReturnType<Dossier['attempts']['get']>>;

/**
 * All that was given to others than officials, as far as the records tell: what was sent to partners
 * beside a review, shown to a host, handed over, and published. A thing that several rounds or
 * attempts rest on was given once.
 */
export function disclosedBeside({
  attempts,
  history,
}: Pick<Dossier, 'attempts' | 'history'>): readonly Disclosure[] {
  const ofAttempts = [...attempts.values()].flatMap((own) => [
    ...statusLists(own),
    ...decisionsIn(own.parts).flatMap((decision) => askedFor(decision, own)),
    ...(own.sent.standing ? [disclosed(own.sent.standing.at, { kind: 'STANDING' })] : []),
    ...shownToHost(own, history),
  ]);
  const moved = history.flatMap(({ at, to, attempt }): Disclosure[] => {
    if (to === 'REGISTERED') return [disclosed(at, { kind: 'PUBLISHED' })];
    const { decision } = caseIn(attempts.get(attempt)?.parts ?? new Map()) ?? {};
    return to === 'HANDED_OVER'
      ? [disclosed(at, { kind: 'HANDED_OVER', registrar: decision?.to })]
      : [];
  });
  return [...new Map([...ofAttempts, ...moved].map((it) => [it.key, it])).values()];
}

/** Issuers of e-licences, who were asked for the states of all that they have issued. */
const statusLists = ({ parts }: Own): Disclosure[] =>
  licencesIn(parts).flatMap(({ region, statusAt }) =>
    region && statusAt
      ? [disclosed(statusAt, { kind: 'STATUS_LIST', region }, `STATUS_LIST-${region}`)]
      : [],
  );

/** Of a decision's facts, what partners said; the shape belongs to the rule set of then. */
const Facts = z.object({
  standing: z.object({ at: Instant }).optional().catch(undefined),
  identities: z
    .array(
      z.object({
        person: z.string().optional(),
        verifiedAt: Instant.optional(),
        act: z.string().optional(),
      }),
    )
    .catch([]),
});

/** Whose face the provider saw (an official's act is a reading), and whether the agent was asked about. */
function askedFor({ facts }: Decision, { sent: { form } }: Own): Disclosure[] {
  const { standing, identities = [] } = Facts.safeParse(facts).data ?? {};
  return [
    ...(standing ? [disclosed(standing.at, { kind: 'STANDING' })] : []),
    ...identities.flatMap(({ person, verifiedAt, act }) =>
      person && verifiedAt && !act
        ? [
            disclosed(
              verifiedAt,
              { kind: 'FACE', who: form.people?.[person]?.name ?? person },
              `FACE-${person}`,
            ),
          ]
        : [],
    ),
  ];
}

/** A host that signs by itself finds the application since it waited for it last; of a host before an edit nothing is kept. */
function shownToHost(
  { sent: { attempt, custody } }: Own,
  history: Dossier['history'],
): Disclosure[] {
  const waited = history.findLast((it) => it.attempt === attempt && it.to === 'SIGNING');
  return custody && waited
    ? [disclosed(waited.at, { kind: 'CUSTODY', host: custody.host }, `CUSTODY-${custody.host}`)]
    : [];
}

/** One page, the newest first, of readings and what was given beside; and whether more follow. */
export function newestOf(
  all: readonly Disclosure[],
  limit: number,
  before: string | undefined,
): { readonly page: readonly Disclosure[]; readonly next?: string } {
  const left = all
    .filter(({ key }) => before === undefined || key < before)
    .toSorted((a, b) => (a.key < b.key ? 1 : -1));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return left.length > limit && last ? { page, next: last.key } : { page };
}
