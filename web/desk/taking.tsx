import { useTranslation } from 'react-i18next';
import { type CaseView, isHeld, type Official } from './a-case.ts';
import { KeyButton } from './key-button.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
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
  return (
    <ReasonedAct
      title={t('deskCase.takeOver')}
      label={t('deskCase.takeOverReason')}
      hint={t('deskCase.takeOverHint')}
      submit={t('deskCase.takeOver')}
      isSending={acting.isPending}
      act={(reason) => acting.mutate({ kind: 'TAKE_OVER', reason })}
    />
  );
}
