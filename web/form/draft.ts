import type { ApplicationForm } from '#functions/application/form.ts';

/** What a person has typed and the server has not got, as this device keeps it. */
export interface Draft {
  readonly form: ApplicationForm;
  /** steps that one was at and has left: what is wrong there may be said */
  readonly left: readonly string[];
  /** the application at the server that it changes */
  readonly id?: string | undefined;
  /** digest of the server's form that it was begun from */
  readonly base?: string | undefined;
  /** the call that made it, to be sent again as it was where its answer was lost */
  readonly creating?: { readonly key: string; readonly form: ApplicationForm } | undefined;
}

export const EMPTY: Draft = { form: {}, left: [] };

/** Of the browser's storage, what drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'draft:';

/** Where the draft of an account's application is kept, or of the one that it has begun. */
export const slotOf = (account: string, id?: string): string =>
  id === undefined ? `${PREFIX}${account}` : `${PREFIX}${account}:${id}`;

const isMembers = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDraft = (value: unknown): value is Draft =>
  isMembers(value) &&
  'form' in value &&
  isMembers(value.form) &&
  'left' in value &&
  Array.isArray(value.left);

/** Undefined where nothing is kept, or nothing that can be read. */
export function draftOf(text: string | null): Draft | undefined {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    return isDraft(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept: a browser may have no room, or keep nothing at all */
export function keepDraft(slot: string, draft: Draft, storage: DraftStorage): boolean {
  try {
    storage.setItem(slot, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/**
 * The draft of an account's application. One that was begun here and has just become that application
 * moves to it.
 */
export function keptDraft(
  account: string,
  id: string | undefined,
  storage: DraftStorage,
): Draft | undefined {
  const slot = slotOf(account, id);
  const own = draftOf(storage.getItem(slot));
  if (own || id === undefined) return own;
  const begun = draftOf(storage.getItem(slotOf(account)));
  if (begun?.id !== id) return undefined;
  keepDraft(slot, begun, storage);
  storage.removeItem(slotOf(account));
  return begun;
}

/** Drafts of an account go with it; where it is not known any more whose they are, all do. */
export function dropDrafts(account: string | undefined, storage: DraftStorage): void {
  const slots = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  const own = account === undefined ? PREFIX : slotOf(account);
  for (const slot of slots)
    if (account === undefined ? slot.startsWith(own) : slot === own || slot.startsWith(`${own}:`))
      storage.removeItem(slot);
}

const canonical = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(canonical);
  if (!isMembers(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, it]) => [name, canonical(it)]),
  );
};

/** Whether two forms say the same, whatever the order of their members: the server keeps texts in NFC. */
export const isSameForm = (one: ApplicationForm, other: ApplicationForm): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
