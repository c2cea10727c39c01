import { beforeEach, describe, expect, it } from 'vitest';
import { aForm } from '#test/builders/a-form.ts';
import {
  type Draft,
  type DraftStorage,
  draftOf,
  dropDrafts,
  isSameForm,
  keepDraft,
  keptDraft,
  slotOf,
} from '#web/form/draft.ts';

/** A browser's storage, as far as drafts need it. */
class Kept extends Map<string, string> implements DraftStorage {
  get length() {
    return this.size;
  }
  key = (at: number) => [...this.keys()][at] ?? null;
  getItem = (slot: string) => this.get(slot) ?? null;
  setItem = (slot: string, text: string) => void this.set(slot, text);
  removeItem = (slot: string) => void this.delete(slot);
}

let storage: Kept;
beforeEach(() => {
  storage = new Kept();
});

const draft: Draft = { form: aForm(), left: ['duty'] };
const ID = 'ap_01';

describe('a draft', () => {
  it('is read as it was kept, by its account alone', () => {
    expect(keepDraft(slotOf('lin'), draft, storage)).toBe(true);
    expect(keptDraft('lin', undefined, storage)).toEqual(draft);
    expect(keptDraft('zhou', undefined, storage)).toBeUndefined();
    expect(keptDraft('lin', ID, storage)).toBeUndefined();
  });

  it('moves to the application that it has become', () => {
    keepDraft(slotOf('lin'), { ...draft, id: ID }, storage);
    expect(keptDraft('lin', 'ap_02', storage)).toBeUndefined();
    expect(keptDraft('lin', ID, storage)).toEqual({ ...draft, id: ID });
    expect([...storage.keys()]).toEqual([slotOf('lin', ID)]);
  });

  it('does not take the place of what was typed into the application itself', () => {
    keepDraft(slotOf('lin'), { ...draft, id: ID }, storage);
    keepDraft(slotOf('lin', ID), { form: { name: 'b' }, left: [], id: ID }, storage);
    expect(keptDraft('lin', ID, storage)?.form).toEqual({ name: 'b' });
  });

  it('says so where the browser has no room', () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(keepDraft(slotOf('lin'), draft, storage)).toBe(false);
  });

  it.each([null, '', '{', '[]', '"text"', '{"form":1,"left":[]}', '{"form":{}}'])(
    'is none where %j is kept',
    (text) => {
      expect(draftOf(text)).toBeUndefined();
    },
  );

  it('goes with its account, of which nothing else does', () => {
    for (const slot of [slotOf('lin'), slotOf('lin', ID), slotOf('linda'), 'language'])
      storage.setItem(slot, '{}');
    dropDrafts('lin', storage);
    expect([...storage.keys()]).toEqual([slotOf('linda'), 'language']);
    dropDrafts(undefined, storage);
    expect([...storage.keys()]).toEqual(['language']);
  });
});

describe('two forms', () => {
  it('are the same whatever the order of their members, and in whatever form of Unicode', () => {
    const one = { name: 'Caf\u00e9', type: 'X', roles: {} };
    const other = { roles: { owner: undefined }, type: 'X', name: 'Cafe\u0301' };
    expect(isSameForm(one, other)).toBe(true);
  });

  it('are not where anything differs, or stands in another order', () => {
    expect(isSameForm({ name: 'a' }, { name: 'b' })).toBe(false);
    expect(isSameForm({ name: 'a' }, {})).toBe(false);
    expect(
      isSameForm({ roles: { directors: ['p1', 'p2'] } }, { roles: { directors: ['p2', 'p1'] } }),
    ).toBe(false);
  });
});
