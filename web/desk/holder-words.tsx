import { useTranslation } from 'react-i18next';
import { timeInWords } from '../parts/moment.ts';
import { type CaseSummary, isHeld } from './a-case.ts';

interface HolderWordsProps {
  readonly of: Pick<CaseSummary, 'holder' | 'leaseUntil'>;
  /** who looks */
  readonly subject: string;
  readonly now: number;
}

/** Who holds a case at this moment, and until when. */
export function HolderWords({ of, subject, now }: HolderWordsProps) {
  const { t, i18n } = useTranslation();
  const { holder, leaseUntil } = of;
  if (!holder || !leaseUntil) return <>{t('desk.holder.NOBODY')}</>;
  const words = { who: holder, until: timeInWords(leaseUntil, i18n.language) };
  const who = holder === subject ? 'ME' : 'OTHER';
  return <>{t(isHeld(of, now) ? `desk.holder.${who}` : `desk.holder.${who}_OVER`, words)}</>;
}
