import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ExtendingProps {
  readonly isSending: boolean;
  readonly extend: (reason: string) => void;
}

/** Three working days more, once, by the registrar's head. */
export function Extending({ isSending, extend }: ExtendingProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    extend(reason.trim());
  };
  return (
    <details>
      <summary>{t('deskCase.extend')}</summary>
      <form onSubmit={submit}>
        <p className="hint">{t('deskCase.extendHint')}</p>
        <label htmlFor="extension">{t('deskCase.extendReason')}</label>
        <textarea
          id="extension"
          rows={3}
          maxLength={2000}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="line">
          <button type="submit" disabled={isSending || reason.trim() === ''}>
            {t('deskCase.extendSubmit')}
          </button>
        </div>
      </form>
    </details>
  );
}
