/** What each key does; `?` opens the list of them. */
export const SHORTCUTS = ['J', 'K', 'Enter', 'A', 'R', 'C', 'N', '?'] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** What of a key press decides whether it is meant as a shortcut. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** Keys that may be held down: they walk through a list. */
const HELD_DOWN: readonly string[] = ['J', 'K'];

/**
 * The button that a key stands for, or undefined where it is none: with a modifier, while a character is
 * composed, or held down. Enter is left to what has the focus.
 *
 * @param isTyping whether the press goes into a field that takes letters
 */
export function shortcutOf(pressed: Pressed, isTyping: boolean): Shortcut | undefined {
  if (isTyping || pressed.isComposing) return undefined;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (pressed.key === '?') return pressed.repeat ? undefined : '?'; // stands behind Shift on most keyboards
  if (pressed.shiftKey || pressed.key.length !== 1) return undefined;
  const key = pressed.key.toUpperCase();
  if (pressed.repeat && !HELD_DOWN.includes(key)) return undefined;
  return SHORTCUTS.find((it) => it === key);
}
