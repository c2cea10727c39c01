import { Host } from '#functions/cluster/host.ts';
import { signersOf } from '#functions/party/signers.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { factsOf } from '#functions/review/gathered-facts.ts';
import { aForm } from './a-form.ts';

/** The host of the builders' cluster forms: active, creditworthy, at 南沙. */
export const aHost = (change: Partial<Host> = {}): Host =>
  Host.parse({
    schemaVersion: 1,
    id: 'H-0001',
    name: '广州市南沙区云汀商务秘书有限公司',
    uscc: '91440115MAX0000153',
    registrar: '440115',
    address: '广州市南沙区望潮街88号2楼201室',
    places: 25,
    status: 'ACTIVE',
    validUntil: '2030-12-31',
    creditClass: 'A',
    abnormal: false,
    ...change,
  });

/**
 * Facts that pass every rule on 2026-11-23 (a working Monday): whatever follows from the form
 * follows from `change.form`, everybody has signed, and a cluster form holds its place.
 */
export function reviewFacts(change: Partial<ReviewFacts> = {}): ReviewFacts {
  const form = change.form ?? aForm();
  const hosted = form.premises?.kind === 'CLUSTER';
  const noon = (day: string) => `${day}T04:00:00.000Z`;
  const facts = factsOf(form, {
    submittedAt: noon(change.submittedOn ?? '2026-11-23'),
    now: noon(change.decidedOn ?? change.submittedOn ?? '2026-11-23'),
    nameConflicts: [],
    ...(form.premises?.host === aHost().id && { host: aHost() }),
    place: hosted ? 'HELD' : 'NOT_NEEDED',
    licences: [],
    identities: signersOf(form).map(({ person }) => ({
      person,
      outcome: 'VERIFIED' as const,
      verifiedAt: '2026-11-23T03:00:00.000Z',
    })),
  });
  return { ...facts, ...change };
}
