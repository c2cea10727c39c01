import { useTranslation } from 'react-i18next';
import { shareInWords } from './figure-in-words.ts';

const OUTCOMES = ['automatic', 'returned', 'referred'] as const;

type SharesProps = Readonly<Record<(typeof OUTCOMES)[number], number>>;

/** What became of decisions, as shares of them: in figures, and drawn for the eye. */
export function Shares(of: SharesProps) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="shares">
      {OUTCOMES.map((outcome) => (
        <div key={outcome}>
          <dt>{t(`statistics.${outcome}`)}</dt>
          <dd>{shareInWords(of[outcome], i18n.language)}</dd>
          <dd className="bar" aria-hidden="true">
            <meter min={0} max={1} value={of[outcome]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
