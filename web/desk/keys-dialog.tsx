import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '../parts/tick.tsx';
import { KeyButton } from './key-button.tsx';
import { SHORTCUTS } from './shortcut.ts';

interface KeysDialogProps {
  /** whether single keys act at all */
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

/** What each key does, and whether they do: behind a button. */
export function KeysDialog({ isOn, turn }: KeysDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <KeyButton shortcut="?" onClick={() => dialog.current?.showModal()}>
        {t('deskKeys.title')}
      </KeyButton>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('deskKeys.title')}</h2>
        <dl>
          {SHORTCUTS.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`deskKeys.does.${key}`)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>{t('deskKeys.escape')}</dd>
          </div>
        </dl>
        <p className="hint">{t('deskKeys.hint')}</p>
        <Tick label={t('deskKeys.on')} checked={isOn} onChange={turn} />
        <button type="button" className="main" onClick={() => dialog.current?.close()}>
          {t('deskKeys.close')}
        </button>
      </dialog>
    </>
  );
}
