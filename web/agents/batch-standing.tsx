import { useTranslation } from 'react-i18next';
import { type Batch, STATE_TONES } from './batch-state.ts';

/** How far a batch is, or why it goes no further. */
export function BatchStanding({ of }: { readonly of: Batch }) {
  const { t } = useTranslation();
  const { state, rows, done, fault, line, column } = of;
  return (
    <>
      <p className={STATE_TONES[state]} role="status">
        {t(`agentsBatch.state.${state}`)}
      </p>
      <p>{t(`agentsBatch.says.${state}`)}</p>
      {fault && (
        <div className="failure">
          <p>
            <strong>{t(`agentsBatch.fault.${fault}`)}</strong>
          </p>
          {line !== undefined && (
            <p>
              {t(column === undefined ? 'agentsBatch.where' : 'agentsBatch.whereColumn', {
                line,
                column,
              })}
            </p>
          )}
        </div>
      )}
      {(state === 'SUBMITTED' || state === 'RUNNING') && (
        <>
          <progress
            aria-label={t('agentsBatch.progress')}
            {...(rows !== undefined && { max: rows, value: done })}
          />
          <p className="hint">
            {rows === undefined ? t('agentsBatch.opening') : t('agentsBatch.done', { done, rows })}
          </p>
        </>
      )}
    </>
  );
}
