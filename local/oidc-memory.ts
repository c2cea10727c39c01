interface Payload extends Record<string, unknown> {
  uid?: string;
  grantId?: string;
  consumed?: number;
}

interface Kept {
  readonly model: string;
  readonly payload: Payload;
  readonly until: number;
}

/** What every issuer of this process remembers: who is signed in, codes, grants; by their random ids. */
const kept = new Map<string, Kept>();

/** The provider's adapter: what it remembers lives as long as the process. */
export class KeptInMemory {
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  async upsert(id: string, payload: Payload, seconds: number) {
    const now = Date.now();
    for (const [key, { until }] of kept) if (until < now) kept.delete(key);
    kept.set(this.#key(id), { model: this.#model, payload, until: now + seconds * 1000 });
  }

  async find(id: string) {
    const found = kept.get(this.#key(id));
    return found && found.until >= Date.now() ? found.payload : undefined;
  }

  async findByUid(uid: string) {
    for (const { model, payload } of kept.values())
      if (model === this.#model && payload.uid === uid) return payload;
    return undefined;
  }

  async findByUserCode() {}

  async consume(id: string) {
    const found = kept.get(this.#key(id));
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string) {
    kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }
}
