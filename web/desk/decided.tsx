import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { inWords } from '../parts/moment.ts';
import type { CaseView } from './a-case.ts';
import { Countdown } from './countdown.tsx';
import { useNow } from './use-now.ts';

interface DecidedProps {
  readonly of: CaseView;
  readonly subject: string;
  /** by this computer's clock, where it was decided here */
  readonly until: number | undefined;
  readonly isUndoing: boolean;
  readonly undo: () => void;
}

/** What was decided; while it is held, how long, and the way back. */
export function Decided({ of, subject, until, isUndoing, undo }: DecidedProps) {
  const { t, i18n } = useTranslation();
  const now = useNow(500);
  const { decision, state } = of;
  if (!decision) return null;
  const over = until ?? Date.parse(decision.effectiveAt);
  const isHeld = state === 'DECIDED' && over > now;
  const isMine = [decision.by, decision.confirmedBy].includes(subject);
  return (
    <div className="verdict">
      <p className="state" role="status">
        {t('deskCase.decided', { outcome: t(`application.outcome.${decision.outcome}`) })}
      </p>
      {state === 'DECIDED' && (
        <p>
          <Countdown until={over} />
        </p>
      )}
      {isHeld && isMine && (
        <button type="button" disabled={isUndoing} onClick={undo}>
          {t('deskHeld.undo')}
        </button>
      )}
      <Facts
        facts={[
          [t('deskCase.by'), decision.by === subject ? t('deskCase.you') : decision.by],
          [t('deskCase.at'), inWords(decision.at, i18n.language)],
          [t('deskCase.reason'), decision.reason],
          [t('deskCase.lost'), of.lost && t('common.yes')],
        ]}
      />
    </div>
  );
}
