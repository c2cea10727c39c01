import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface GraveProps {
  readonly label: string;
  readonly title: string;
  /** what will be so, once it is done */
  readonly children: ReactNode;
  readonly disabled: boolean;
  /** whether it may be asked at all: everything is filled in */
  readonly mayAsk?: () => boolean;
  readonly act: () => void;
}

/** A button for what is grave: it says what will happen, and asks once more. */
export function Grave({ label, title, children, disabled, mayAsk, act }: GraveProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className="grave"
        disabled={disabled}
        onClick={() => {
          if (!mayAsk || mayAsk()) dialog.current?.showModal();
        }}
      >
        {label}
      </button>
      <dialog ref={dialog} className="grave" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
        <p className="line">
          <button type="button" onClick={close}>
            {t('supervision.cancel')}
          </button>
          <button
            type="button"
            className="grave"
            onClick={() => {
              close();
              act();
            }}
          >
            {t('supervision.sure', { act: label })}
          </button>
        </p>
      </dialog>
    </>
  );
}
