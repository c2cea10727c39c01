import { useTranslation } from 'react-i18next';
import { KeyButton } from './key-button.tsx';

/** Focuses the case a step away from the one that has the focus; at first the first one. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.cases .opens')];
  const at = rows.findIndex((it) => it.closest('tr')?.contains(document.activeElement));
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[to]?.focus();
}

/** Walks through the queue; Enter opens the case that has the focus. */
export function RowSteps() {
  const { t } = useTranslation();
  return (
    <span className="steps-of-rows">
      <KeyButton shortcut="J" onClick={() => step(1)}>
        {t('desk.down')}
      </KeyButton>
      <KeyButton shortcut="K" onClick={() => step(-1)}>
        {t('desk.up')}
      </KeyButton>
    </span>
  );
}
