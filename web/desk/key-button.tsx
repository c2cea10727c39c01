import type { ComponentProps } from 'react';
import type { Shortcut } from './shortcut.ts';

interface KeyButtonProps extends ComponentProps<'button'> {
  readonly shortcut: Shortcut;
}

/** A button that a key presses too, and that names the key: to readers by its attribute, to the eye by its style. */
export const KeyButton = ({ shortcut, children, ...others }: KeyButtonProps) => (
  <button type="button" aria-keyshortcuts={shortcut} {...others}>
    {children}
  </button>
);
