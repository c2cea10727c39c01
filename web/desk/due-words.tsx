import { useTranslation } from 'react-i18next';
import { dayInWords } from '../parts/moment.ts';
import type { CaseSummary } from './a-case.ts';
import { dueIn, lastDayOf } from './clock.ts';

type Clock = Pick<CaseSummary, 'due' | 'escalations' | 'extension' | 'provisional'>;

/** How a case's clock stands, in words and by colour, with the day on which it runs out. */
export function DueWords({ of, now }: { readonly of: Clock; readonly now: number }) {
  const { t, i18n } = useTranslation();
  const due = dueIn(of, now);
  return (
    <span className={`due ${due.tone.toLowerCase()}`}>
      <strong>
        {due.tone === 'LATER'
          ? t('desk.due.LATER', { count: due.workingDays })
          : t(`desk.due.${due.tone}`)}
      </strong>{' '}
      <span>
        {t('desk.due.day', { day: dayInWords(lastDayOf(of.due), i18n.language) })}
        {of.provisional && t('desk.due.provisional')}
        {of.extension && t('desk.due.extended')}
      </span>
    </span>
  );
}
