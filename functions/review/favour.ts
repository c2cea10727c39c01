import * as z from 'zod';
import type { Favour } from '../application/favour.ts';
import type { ApplicationForm } from '../application/form.ts';
import { favourPolicyOn, type Rank } from '../registrar/favour-policy.ts';
import { LegalDate } from '../shared/calendar.ts';
import { foundersOf, holdsOn } from './listed.ts';

const Entry = z.object({
  pointer: z.string(),
  list: z.string(),
  ground: z.string(),
  from: LegalDate,
  until: LegalDate.exactOptional(),
  source: z.string().exactOptional(),
  officer: z.string().exactOptional(),
});

/** What is asked of the facts of a review, beside the form: of one that runs now, or as they were kept. */
const Asked = z.object({
  submittedOn: LegalDate,
  decidedOn: LegalDate,
  listed: z.array(Entry).readonly().exactOptional(),
  host: z.object({ creditClass: z.string() }).exactOptional(),
});

/**
 * What a case's place in the queue, its named officer and the share of approvals that are read again
 * follow from: the lists and referrals by which RC-02 tells that it is favoured, and the credit-risk
 * classes of its investors, host and agent, of which the worst counts. It lowers no rule and is asked
 * by none: it is told after the review.
 *
 * @param findings of the review, for what it found of the agent (BA-08)
 */
export function favour(
  form: ApplicationForm,
  { submittedOn, decidedOn, listed = [], host }: z.infer<typeof Asked>,
  findings: readonly { readonly rule: string }[] = [],
): Favour & { readonly sampling: number } {
  const hosted = form.premises?.kind === 'CLUSTER';
  const founders = [...foundersOf(form), ...(hosted ? ['/premises/host'] : [])];
  const parties = [...founders, ...(form.mandate ? ['/mandate/agent'] : [])];
  const classes = [
    ...(hosted && host ? [host.creditClass] : []),
    ...listed.flatMap((it) =>
      it.list === 'CREDIT' && parties.includes(it.pointer) && holdsOn(it, decidedOn)
        ? [it.ground]
        : [],
    ),
  ];
  const because = listed.filter(
    (it) => it.list === 'FAVOURED' && founders.includes(it.pointer) && holdsOn(it, submittedOn),
  );
  const rank = rankOf(classes.toSorted().at(-1), because.length > 0);
  const officer = because.find((it) => it.officer !== undefined)?.officer;
  const policy = favourPolicyOn(submittedOn);
  const often = findings.some(({ rule }) => rule === 'BA-08') ? policy.oftenReturned : 1;
  return {
    rank,
    because: because.map(({ ground, source, from, until }) => ({
      ground,
      from,
      ...(source !== undefined && { source }),
      ...(until !== undefined && { until }),
    })),
    ...(officer !== undefined && { officer }),
    sampling: often > 1 ? Math.max(often, policy.sampling[rank]) : policy.sampling[rank],
  };
}

/** Who is of class C or D is not favoured, whoever recommends him. */
function rankOf(worst: string | undefined, favoured: boolean): Rank {
  if (worst === 'C' || worst === 'D') return `CLASS_${worst}`;
  if (favoured) return 'FAVOURED';
  return worst === 'A' ? 'CLASS_A' : 'ORDINARY';
}

/** The same by the facts that a decision kept; undefined where they cannot be read. */
export function favourKept(form: ApplicationForm, facts: unknown): Favour | undefined {
  const { data } = Asked.safeParse(facts);
  if (!data) return undefined;
  const { sampling: _ofApprovals, ...found } = favour(form, data);
  return found;
}
