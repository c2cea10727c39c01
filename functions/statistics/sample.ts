import type { ApplicationRecord } from '../application/application.ts';
import { type Case, caseIn } from '../application/case.ts';
import type { CaseClock } from '../case/case-clock.ts';
import { sampleOf } from '../case/sample.ts';
import type { PersonKey } from '../party/person-hash.ts';
import { reviewQualityOn } from '../registrar/review-quality.ts';
import { legalDateOf } from '../shared/days.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { caseIdOf } from '../shared/ids.ts';
import type { Decided } from './decided.ts';
import { isDrawn, shareOf } from './sampling.ts';

export interface SamplePorts {
  /** the key of the draw */
  key(): Promise<PersonKey>;
  /** which approvals are a release's first, by case id; a few hundred at most */
  firstOf(ruleSet: string): Promise<ReadonlySet<string>>;
  addFirst(ruleSet: string, caseIds: readonly string[]): Promise<void>;
  /** drawn, but not registered yet when last looked at: a stop of issuance, or a machine that is late */
  pending(): Promise<readonly AttemptTask[]>;
  setPending(task: AttemptTask, isPending: boolean): Promise<void>;
  record(applicationId: string, attempt: number): Promise<ApplicationRecord>;
  /** the statutory clock, by the holidays that were published */
  clock(): Promise<CaseClock>;
  /** put if absent; whether it is new */
  putSample(sample: Case): Promise<boolean>;
}

/** Looked after side by side. */
const SIDE_BY_SIDE = 8;

/** Draws among approvals as they are read, and then opens a second reading of each that is registered. */
export function sampling(ports: SamplePorts) {
  const drawn = new Map<string, AttemptTask>();
  const releases = new Map<string, { known: ReadonlySet<string>; added: Set<string> }>();

  /** Whether it is among the first approvals under its rules: the first that are read count. */
  const isFirst = async ({ task, at, measured: { ruleSet = '' } }: Decided): Promise<boolean> => {
    const release = releases.get(ruleSet) ?? {
      known: await ports.firstOf(ruleSet),
      added: new Set(),
    };
    releases.set(ruleSet, release);
    const id = caseIdOf(task);
    if (release.known.has(id) || release.added.has(id)) return true;
    const { firstOfRelease } = reviewQualityOn(legalDateOf(at));
    if (release.known.size + release.added.size >= firstOfRelease) return false;
    release.added.add(id);
    return true;
  };

  return {
    async consider(approval: Decided): Promise<void> {
      const { task, measured } = approval;
      const { ruleSet = '' } = measured;
      const isOne = await isDrawn(await ports.key(), task, ruleSet, shareOf(measured));
      if ((await isFirst(approval)) || isOne) drawn.set(caseIdOf(task), task);
    },

    /** @returns how many are new */
    async open(at: string): Promise<number> {
      for (const [ruleSet, { added }] of releases)
        if (added.size > 0) await ports.addFirst(ruleSet, [...added]);
      const waiting = await ports.pending();
      const all = new Map(drawn);
      for (const task of waiting) all.set(caseIdOf(task), task);
      const known = new Set(waiting.map(caseIdOf));
      const queue = all.entries();
      let opened = 0;
      const worker = async () => {
        for (const [id, task] of queue) {
          const outcome = await openOne(ports, task, at);
          if (outcome === 'OPENED') opened += 1;
          const isPending = outcome === 'NOT_YET';
          if (isPending !== known.has(id)) await ports.setPending(task, isPending);
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
      return opened;
    },
  };
}

/** NEVER: it was not the machine that registered it, or it is not registered at all. */
async function openOne(
  ports: SamplePorts,
  { applicationId, attempt }: AttemptTask,
  at: string,
): Promise<'OPENED' | 'THERE' | 'NOT_YET' | 'NEVER'> {
  const record = await ports.record(applicationId, attempt);
  const { state, attempt: present } = record.application;
  if (present !== attempt || caseIn(record.parts)) return 'NEVER';
  if (state === 'SUBMITTED') return 'NOT_YET';
  if (state !== 'REGISTERED') return 'NEVER';
  const sample = sampleOf(record, at, await ports.clock());
  return (await ports.putSample(sample)) ? 'OPENED' : 'THERE';
}
