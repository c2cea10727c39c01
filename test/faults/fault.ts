import { DATABASE_FAULTS, type DatabaseFault } from '#local/database-faults.ts';

/**
 * What can go wrong with a call of a function or a machine.
 * - FAILS: it does not act; the caller sees a failure that the service names.
 * - LOST_ANSWER: it acts, and the caller sees such a failure.
 * - TWICE: it is delivered twice, at once.
 * - SLOW: it acts only after the caller has given it up.
 * - CRASHES: it acts, and then its process ends without an answer.
 * - RESTART: the machines' process is killed while it acts, and started again.
 */
export const CALL_FAULTS = ['FAILS', 'LOST_ANSWER', 'TWICE', 'SLOW', 'CRASHES', 'RESTART'] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/**
 * What can go wrong with a request to S3, KMS or Step Functions, or to another authority's service.
 * OUTAGE: from this request on, another authority answers nobody for an hour.
 */
export const SERVICE_FAULTS = ['LOST_BEFORE', 'LOST_ANSWER', 'OUTAGE'] as const;
export type ServiceFault = (typeof SERVICE_FAULTS)[number];

/** Services of other authorities: the national agent system, the identity provider. */
const AUTHORITIES = /^(AGENTS|IDENTITY) /;

/** Whether a request to a service, by its arrow, can show the fault. */
export const mayMeet = (fault: ServiceFault, arrow: string): boolean =>
  fault !== 'OUTAGE' || AUTHORITIES.test(arrow);

export interface FaultKinds {
  /** a task of a state machine, or a call at a door of the API */
  readonly call: CallFault;
  readonly database: DatabaseFault;
  readonly service: ServiceFault;
}
export type Place = keyof FaultKinds;

export const KINDS: { readonly [P in Place]: readonly FaultKinds[P][] } = {
  call: CALL_FAULTS,
  database: DATABASE_FAULTS,
  service: SERVICE_FAULTS,
};

/** One fault of a history: what happens to the nth call of an arrow, or of any. */
export type Fault = {
  [P in Place]: {
    readonly place: P;
    /** as the world names it; absent = any of the place */
    readonly arrow?: string;
    /** from 1 */
    readonly nth: number;
    readonly kind: FaultKinds[P];
  };
}[Place];

/** Hands out a history's faults, each to the call that it is for, and notes every arrow it sees. */
export function faultsToCome(faults: readonly Fault[]) {
  const seen = new Map<string, number>();
  const waiting = new Set(faults);
  const count = (key: string): number => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times;
  };
  const injected: Fault[] = [];

  return {
    injected: injected as readonly Fault[],
    /** each arrow that was seen, as `place arrow` */
    arrows: () => [...seen.keys()].filter((key) => key.includes(' ')),

    /**
     * The fault of this call, if it has one.
     * @param suits whether the call can show it; a fault that it cannot waits for the next one
     */
    next<P extends Place>(
      place: P,
      arrow: string,
      suits: (kind: FaultKinds[P]) => boolean = () => true,
    ): FaultKinds[P] | undefined {
      const ofArrow = count(`${place} ${arrow}`);
      const ofAll = count(place);
      for (const fault of waiting) {
        if (fault.place !== place) continue;
        if (fault.arrow !== undefined && fault.arrow !== arrow) continue;
        if (fault.nth > (fault.arrow === undefined ? ofAll : ofArrow)) continue;
        const kind = fault.kind as FaultKinds[P]; // the place says which
        if (!suits(kind)) continue;
        waiting.delete(fault);
        injected.push(fault);
        return kind;
      }
      return undefined;
    },
  };
}
export type FaultsToCome = ReturnType<typeof faultsToCome>;
