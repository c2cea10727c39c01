import type { ApplicationForm } from '#functions/application/form.ts';
import { signersOf } from '#functions/party/signers.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { factsOf } from '#functions/review/gathered-facts.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import { sampleHosts } from '#local/sample/hosts.ts';
import { seeded } from '#local/sample/seeded.ts';
import { formMaker, type Kind } from './many-rows.ts';

/** Of ten: what a registrar's day looks like, with a quarter at a host's and one in ten for a person. */
const DAY: readonly Kind[] = [
  ...(['APPROVE', 'APPROVE_AT_HOST', 'APPROVE', 'RETURN', 'APPROVE'] as const),
  ...(['APPROVE_AT_HOST', 'APPROVE', 'REFER', 'APPROVE', 'APPROVE_AT_HOST'] as const),
];

const AGENT = 'agent-qihang';

export interface Gathered {
  readonly form: ApplicationForm;
  readonly facts: ReviewFacts;
}

/** Applications of all types, every other by an agent, with all that a review finds of them. */
export function gatheredMix(count: number, now: number): readonly Gathered[] {
  const at = new Date(now).toISOString();
  const hosts = sampleHosts(legalDateOf(now));
  const make = formMaker(1, seeded(1), now);
  return Array.from({ length: count }, (_, index) => {
    const agent = index % 2 === 0 ? AGENT : undefined;
    const form = make(DAY[index % DAY.length] ?? 'APPROVE', agent);
    const host = hosts.find(({ id }) => id === form.premises?.host);
    const facts = factsOf(form, {
      submittedAt: at,
      now: at,
      nameConflicts: [],
      nearNames: [],
      ...(host && { host }),
      place: host ? 'HELD' : 'NOT_NEEDED',
      licences: [],
      identities: signersOf(form).map(({ person }) => ({
        person,
        outcome: 'VERIFIED',
        verifiedAt: at,
      })),
      attempt: 1,
      sentBy: agent ?? 'applicant-1',
      ...(agent && { standing: { agent, standing: 'ACTIVE', at } }),
      listed: [],
      seen: {
        head: { businesses: 0, sameFile: 0 },
        contacts: [],
        address: { ever: 0, lately: 0 },
      },
    });
    return { form, facts };
  });
}
