import { useTranslation } from 'react-i18next';
import type { Batch } from './batch-state.ts';
import { OUTCOME_TONES, OUTCOMES, type Outcome } from './outcome.ts';

interface OutcomesProps {
  readonly counts: Batch['counts'];
  /** undefined: all of them */
  readonly chosen: Outcome | undefined;
  readonly choose: (outcome: Outcome | undefined) => void;
}

/** Rows by what became of them; each number shows its rows below. */
export function Outcomes({ counts, chosen, choose }: OutcomesProps) {
  const { t } = useTranslation();
  const there = OUTCOMES.filter((outcome) => counts[outcome]);
  const all = there.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">{t('agentsBatch.countsTitle')}</h2>
      <ul className="outcomes" aria-label={t('agentsBatch.filter')}>
        <li>
          <button
            type="button"
            aria-pressed={chosen === undefined}
            onClick={() => choose(undefined)}
          >
            <strong>{all}</strong> {t('agentsBatch.all')}
          </button>
        </li>
        {there.map((outcome) => (
          <li key={outcome}>
            <button type="button" aria-pressed={chosen === outcome} onClick={() => choose(outcome)}>
              <strong className={OUTCOME_TONES[outcome]}>{counts[outcome]}</strong>{' '}
              {t(`agentsBatch.outcome.${outcome}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
