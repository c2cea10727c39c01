import { useEffect } from 'react';
import { shortcutOf } from './shortcut.ts';

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/**
 * Presses the button that names the key (`aria-keyshortcuts`). So no key does what no button shows, and
 * none does anything while a dialog is open.
 */
export function useShortcuts(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof Element && target.matches(TYPED_INTO);
      const key = shortcutOf(event, isTyping);
      if (!key || document.querySelector('dialog[open]')) return;
      const button = document.querySelector<HTMLElement>(
        `[aria-keyshortcuts="${key}"]:not(:disabled)`,
      );
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}
