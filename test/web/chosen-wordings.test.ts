import { describe, expect, it } from 'vitest';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import { chooseScope } from '#functions/scope/chosen-scope.ts';
import {
  type Scope,
  withBundle,
  withFirst,
  withoutBundle,
  withoutWording,
  withScope,
  withWording,
  wordingsOf,
} from '#web/form/trade/chosen-wordings.ts';

const DAY = '2026-11-23';
const bundle = bundleInForce('B01', DAY);
if (!bundle) throw new RangeError('B01 is in force');
const { core } = bundle;
const taken = withBundle({}, bundle);
const [first = '', second = '', third = ''] = core;
const ADDED = '软件开发';

/** What the review makes of a choice: the page must show the same. */
const reviewed = (scope: Scope): string[] =>
  chooseScope(scope, DAY).items.map(({ wording }) => wording);

const CHOICES: readonly (readonly [string, Scope])[] = [
  ['a bundle', taken],
  ['a bundle without its second', withoutWording(taken, core, second)],
  ['a bundle with one more', withWording(taken, core, ADDED)],
  ['another first of the bundle', withFirst(taken, core, third)],
  ['an added one as the first', withFirst(withWording(taken, core, ADDED), core, ADDED)],
  ['items alone', withWording(withWording({}, [], ADDED), [], first)],
  ['nothing left', core.reduce((it, wording) => withoutWording(it, core, wording), taken)],
];

describe('what is chosen of a bundle and beside it', () => {
  it.each(CHOICES)('is for the page what it is for the review: %s', (_, scope) => {
    expect(wordingsOf(scope, scope.bundle ? core : [])).toEqual(reviewed(scope));
  });

  it('comes back at its place when it is taken back', () => {
    for (const wording of core) {
      const back = withWording(withoutWording(taken, core, wording), core, wording);
      expect(back).toEqual(taken);
      expect(reviewed(back)).toEqual(core);
    }
  });

  it('stands first when it is the main item, and nothing else is lost', () => {
    for (const wording of [...core, ADDED]) {
      const all = withWording(taken, core, ADDED);
      const chosen = reviewed(withFirst(all, core, wording));
      expect(chosen[0]).toBe(wording);
      expect(chosen.toSorted()).toEqual([...core, ADDED].toSorted());
    }
  });

  it('stays first when another is left out and taken back', () => {
    const main = withFirst(taken, core, third);
    expect(main.bundle).toEqual({ id: 'B01', version: bundle.version });
    const back = withWording(withoutWording(main, core, first), core, first);
    expect(reviewed(back)[0]).toBe(third);
    expect(reviewed(back)).toHaveLength(core.length);
  });

  it('is a bundle and nothing else again when its own first is made the main item again', () => {
    expect(withFirst(withFirst(taken, core, third), core, first).bundle).toEqual(taken.bundle);
    expect(withFirst(taken, core, first)).toEqual(taken);
  });

  it('keeps what was added when the bundle is changed or left, each thing once', () => {
    const scope = withWording(withWording({}, [], ADDED), [], first);
    expect(withBundle(scope, bundle)).toEqual({ ...taken, items: [ADDED] });
    expect(withoutBundle(withBundle(scope, bundle))).toEqual({ items: [ADDED] });
  });

  it('takes what the form says of an item with it when the item goes', () => {
    const filing = { item: '食品互联网销售（仅销售预包装食品）', channels: ['ONLINE'] };
    const approval = { item: '危险化学品经营', number: '1' };
    const items = [filing.item, approval.item];
    const form = { scope: { items }, filings: [filing], approvals: [approval] };
    expect(withScope(form, { items: [filing.item] }, [])).toEqual({
      scope: { items: [filing.item] },
      filings: [filing],
    });
  });
});
