import * as z from 'zod';
import type { AssertionFault } from '../party/accepted-assertion.ts';
import { enquiryDigest } from '../party/enquiry.ts';
import type { NamedIn } from '../party/person-index.ts';
import type { ProvenPerson } from '../party/person-proof.ts';
import type { AssertedPerson } from '../party/signers.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId } from '../shared/ids.ts';
import { Problem, type ProblemSlug } from './problems.ts';

/** Who asks by her identity alone, without account or token: the word of an identity provider over today's enquiry. */
export const assertion = z.string().max(8_192);

/** What becomes of a word that does not prove who asks. */
export const unproved = [
  'signature-of-another-document',
  'signature-too-old',
  'identity-provider-unknown',
] as const;

/** What is to be signed to ask. */
export const EnquiryView = z.strictObject({
  enquiry: z.string(),
  /** the legal date for which it is */
  on: z.iso.date(),
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Asks for a page of what names her. */
export const PageAsked = z.strictObject({
  assertion,
  limit: z.int().min(1).max(50).default(20),
  cursor: z.string().max(40).optional(),
});

export interface AskerPorts {
  /** @param now milliseconds since the epoch */
  proven(assertion: string, now: number, enquiry: string): Promise<ProvenPerson>;
  /** keyed hash of a person; see party/person-hash.ts */
  hashOf(person: AssertedPerson): Promise<string>;
  namedIn(
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ named: readonly NamedIn[]; next?: string }>;
  now(): number;
}

export async function enquiryOf(
  enquiry: string,
  now: number,
): Promise<z.infer<typeof EnquiryView>> {
  const on = legalDateOf(now);
  return { enquiry, on, documentHash: await enquiryDigest(enquiry, on) };
}

/**
 * The keyed hash of who asks.
 *
 * @throws {Problem} where her word proves nothing
 */
export async function asking(
  ports: AskerPorts,
  assertion: string,
  enquiry: string,
): Promise<string> {
  const { person, fault } = await ports.proven(assertion, ports.now(), enquiry);
  if (!person) throw new Problem(PROBLEM_OF[fault]);
  return ports.hashOf(person);
}

const PROBLEM_OF: Record<AssertionFault, ProblemSlug> = {
  ANOTHER_DOCUMENT: 'signature-of-another-document',
  ANOTHER_PERSON: 'signature-of-another-person',
  TOO_OLD: 'signature-too-old',
  UNKNOWN_PROVIDER: 'identity-provider-unknown',
};

/** @throws {Problem} invalid-request for a cursor that was never given */
export function namingsOf(
  ports: AskerPorts,
  person: string,
  { limit, cursor }: Pick<z.infer<typeof PageAsked>, 'limit' | 'cursor'>,
): ReturnType<AskerPorts['namedIn']> {
  if (cursor !== undefined && !ApplicationId.safeParse(cursor).success)
    throw new Problem('invalid-request', [{ pointer: '/cursor', detail: 'unknown' }]);
  return ports.namedIn(person, limit, cursor);
}

/** How often an act looks again at an application that moves under its hands. */
const TRIES = 4;

/** Acts again where the application moved meanwhile. */
export async function lookingAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      const moved = error instanceof DomainError && error.name === 'ApplicationMoved';
      if (!moved || tries === TRIES) throw error;
    }
  }
}
