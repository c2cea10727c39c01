import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { heldUp, type Stop } from '../register/stop.ts';
import type { AttemptTask } from '../shared/ids.ts';

/**
 * One thing that is not finished though it was due to be: an attempt not decided, an open case that
 * nobody escalates or waits for, or a decision not carried out.
 */
export type Unfinished =
  | { readonly kind: 'ATTEMPT'; readonly task: AttemptTask; readonly starts: number }
  | { readonly kind: 'CASE'; readonly task: AttemptTask }
  | { readonly kind: 'DECISION'; readonly task: AttemptTask; readonly taskToken?: string };

/** After so many failed starts a person gets it, for a technical reason. */
const STARTS = 3;

export const SweepResult = z.object({ started: z.int(), referred: z.int(), woken: z.int() });

export interface SweepPorts {
  /** the stops of issuance that hold */
  stops(): Promise<readonly Stop[]>;
  record(task: AttemptTask): Promise<ApplicationRecord>;
  /** what is unfinished since before a moment, shard by shard; attempts left out that the index alone shows to be held up */
  unfinished(before: string, stops: readonly Stop[]): AsyncIterable<Unfinished>;
  /** counts the start, unless the attempt has moved on */
  countStart(task: AttemptTask, starts: number): Promise<boolean>;
  register(task: AttemptTask): Promise<void>;
  refer(task: AttemptTask): Promise<void>;
  /** whether a machine waited with the token */
  wake(taskToken: string): Promise<boolean>;
  readonly afterSeconds: number;
  now(): number;
}

/**
 * What was not started, or was lost, is started again: nothing waits for ever. Everything it
 * starts may run twice, so it need not know what became of the first run. What a stop of issuance holds
 * up is left alone: a start would come to nothing, and would count as failed.
 */
export const sweepUnfinished =
  (ports: SweepPorts) => async (): Promise<z.infer<typeof SweepResult>> => {
    const found = { started: 0, referred: 0, woken: 0 };
    const before = new Date(ports.now() - ports.afterSeconds * 1000).toISOString();
    const stops = await ports.stops();
    for await (const it of ports.unfinished(before, stops)) {
      if (it.kind === 'CASE') {
        await ports.refer(it.task);
        found.started += 1;
        continue;
      }
      if (stops.length > 0 && heldUp(await ports.record(it.task), stops)) continue;
      if (it.kind === 'DECISION') {
        const waited = it.taskToken !== undefined && (await ports.wake(it.taskToken));
        // no machine waits: it is on its way, which a second one does not disturb, or it is gone
        if (!waited) await ports.refer(it.task);
        found[waited ? 'woken' : 'started'] += 1;
      } else if (await ports.countStart(it.task, it.starts)) {
        const technical = it.starts >= STARTS;
        await (technical ? ports.refer(it.task) : ports.register(it.task));
        found[technical ? 'referred' : 'started'] += 1;
      }
    }
    return found;
  };
