import { describe, expect, it } from 'vitest';
import { type Pressed, SHORTCUTS, shortcutOf } from '#web/desk/shortcut.ts';
import { en, zhHans, zhHant } from './every-word.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const nothing = undefined;

describe('a key', () => {
  it.each(['J', 'K', 'A', 'R', 'C', 'N', '?'])('%s presses its button', (key) => {
    expect(shortcutOf(pressed(key.toLowerCase()), false)).toBe(key);
    expect(shortcutOf(pressed(key), false)).toBe(key); // caps lock
  });

  it('does nothing while one types in a field or composes a character', () => {
    expect(shortcutOf(pressed('a'), true)).toBe(nothing);
    expect(shortcutOf(pressed('?', { shiftKey: true }), true)).toBe(nothing);
    expect(shortcutOf(pressed('a', { isComposing: true }), false)).toBe(nothing);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const)('does nothing with %s', (key) => {
    expect(shortcutOf(pressed('c', { [key]: true }), false)).toBe(nothing);
  });

  it('? is one with Shift, behind which it stands', () => {
    expect(shortcutOf(pressed('?', { shiftKey: true }), false)).toBe('?');
  });

  it('held down walks through the queue, and neither decides nor confirms', () => {
    const held = (key: string) => shortcutOf(pressed(key, { repeat: true }), false);
    expect(['j', 'k', 'a', 'r', 'c', 'n', '?'].map(held)).toEqual([
      'J',
      'K',
      ...Array.from({ length: 5 }, () => nothing),
    ]);
  });

  it.each(['Enter', 'Escape', 'Tab', ' ', 'x', 'ArrowDown'])('%s is left to the browser', (key) => {
    expect(shortcutOf(pressed(key), false)).toBe(nothing);
  });

  it('is explained in every language', () => {
    for (const words of [zhHans, zhHant, en])
      expect(Object.keys(words.deskKeys.does).sort()).toEqual([...SHORTCUTS].sort());
  });
});
