import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, isHeld, type Official } from './a-case.ts';
import { KeyButton } from './key-button.tsx';
import type { Acting } from './use-acts.ts';

interface TakingProps {
  readonly of: CaseView;
  readonly official: Official;
  readonly now: number;
  readonly acting: Acting;
}

/** Takes a case that nobody holds; a supervisor also one that another holds, with a reason that stays with it. */
export function Taking({ of, official, now, acting }: TakingProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  if (!isHeld(of, now))
    return (
      <div className="line">
        <KeyButton
          shortcut="C"
          className="main"
          disabled={acting.isPending}
          onClick={() => acting.mutate({ kind: 'TAKE' })}
        >
          {t('deskCase.take')}
        </KeyButton>
      </div>
    );
  if (!official.isSupervisor) return <p className="hint">{t('deskCase.heldByOther')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    acting.mutate({ kind: 'TAKE_OVER', reason: reason.trim() });
  };
  return (
    <details>
      <summary>{t('deskCase.takeOver')}</summary>
      <form onSubmit={submit}>
        <label htmlFor="take-over">{t('deskCase.takeOverReason')}</label>
        <p className="hint">{t('deskCase.takeOverHint')}</p>
        <textarea
          id="take-over"
          rows={2}
          maxLength={2000}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="line">
          <button type="submit" disabled={acting.isPending || reason.trim() === ''}>
            {t('deskCase.takeOver')}
          </button>
        </div>
      </form>
    </details>
  );
}
