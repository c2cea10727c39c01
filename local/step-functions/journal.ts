/** Where one line of states stands: all that is needed to go on after a restart. */
export interface Frame {
  readonly state: string;
  readonly input: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** ms since 1970, like every time here. */
  readonly enteredAt: number;
  /** Attempts spent by each retrier of the state. */
  readonly retries: number[];
  /** End of a Wait, or of the pause before the next attempt. */
  until?: number | undefined;
  /** The task that waits for its token. */
  task?: WaitingTask | undefined;
  /** Identifies the run of a Distributed Map. */
  mapRun?: string | undefined;
}

export interface WaitingTask {
  readonly token: string;
  readonly startedAt: number;
  readonly deadline: number | undefined;
  /** The function has returned: it is not called again. */
  invoked: boolean;
}

export interface HistoryEvent {
  readonly id: number;
  readonly at: number;
  readonly type: string;
  readonly name?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Keeps one line of states; the lines inside a Parallel or Map are its children. */
export interface Journal {
  /** What an earlier process left: the place, or the finished result. */
  load(): { readonly frame?: Frame; readonly result?: { readonly value: unknown } };
  save(frame: Frame): void;
  /** The same for a new state or attempt: what the children left is dropped. */
  move(frame: Frame): void;
  finish(value: unknown): void;
  child(index: number): Journal;
  record(event: Omit<HistoryEvent, 'id' | 'at'>): void;
}

/** Forgets all: for Express workflows, which AWS does not keep either. */
export const forgetful: Journal = {
  load: () => ({}),
  save() {},
  move() {},
  finish() {},
  child: () => forgetful,
  record() {},
};

/** Keeps the result alone: for the Express children of a Distributed Map. */
export const resultOnly = (journal: Journal): Journal => ({
  ...forgetful,
  load: journal.load,
  finish: journal.finish,
});
