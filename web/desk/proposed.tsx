import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { inWords } from '../parts/moment.ts';
import type { CaseView, Official } from './a-case.ts';
import { KeyButton } from './key-button.tsx';
import type { Acting } from './use-acts.ts';

interface ProposedProps {
  readonly of: NonNullable<CaseView['proposal']>;
  readonly official: Official;
  readonly acting: Acting;
}

/** A registration against a bar in law, or without a review: proposed by one official, and decided only once another supervisor confirms it. */
export function Proposed({ of, official, acting }: ProposedProps) {
  const { t, i18n } = useTranslation();
  const isOwn = of.by === official.subject;
  return (
    <div className="verdict">
      <p className="state" role="status">
        {t('deskCase.proposed', { outcome: t(`application.outcome.${of.outcome}`) })}
      </p>
      <Facts
        facts={[
          [t('deskCase.by'), isOwn ? t('deskCase.you') : of.by],
          [t('deskCase.at'), inWords(of.at, i18n.language)],
          [t('deskCase.reason'), of.reason],
        ]}
      />
      <p className="hint">{t(isOwn ? 'deskCase.anotherConfirms' : 'deskCase.fourEyes')}</p>
      <div className="line">
        {official.isSupervisor && !isOwn && (
          <KeyButton
            shortcut="C"
            className="main"
            disabled={acting.isPending}
            onClick={() => acting.mutate({ kind: 'CONFIRM' })}
          >
            {t('deskCase.confirmProposal')}
          </KeyButton>
        )}
        {(official.isSupervisor || isOwn) && (
          <button
            type="button"
            disabled={acting.isPending}
            onClick={() => acting.mutate({ kind: 'UNDO' })}
          >
            {t('deskCase.withdrawProposal')}
          </button>
        )}
      </div>
    </div>
  );
}
