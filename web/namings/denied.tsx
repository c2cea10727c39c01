import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords } from '../parts/moment.ts';
import type { Denial, Naming } from './standing.ts';

interface DeniedProps {
  /** denied already */
  readonly of: Naming;
  /** what she was told just now */
  readonly fresh?: Denial;
}

/** What her “not me” has done, when, and what happens next. */
export function Denied({ of: { state, inquiry }, fresh }: DeniedProps) {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  const at = (instant: string) => inWords(instant, i18n.language);
  const since = inquiry?.openedAt ?? (fresh?.outcome === 'STOPPED' ? fresh.at : undefined);
  const isWithOfficial = state === 'SUBMITTED' || state === 'REFERRED';
  return (
    <div className="note">
      <h4 tabIndex={-1} ref={heading}>
        {since ? t('namings.deniedAt', { at: at(since) }) : t('namings.deniedTitle')}
      </h4>
      {inquiry ? (
        <p>{t(`namings.inquiry.${inquiry.state}`, { due: at(inquiry.due) })}</p>
      ) : (
        <p>{t(isWithOfficial ? 'namings.stopped' : 'namings.stoppedEarly')}</p>
      )}
      {inquiry && <p className="hint">{t('namings.inquiryNumber', { id: inquiry.id })}</p>}
    </div>
  );
}
