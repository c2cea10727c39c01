import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { OUTCOME_TONES, outcomeOf, type RowTold } from './outcome.ts';
import { rowFault } from './row-fault.ts';

/** One row: where it stands, what is wrong with it, and where to go on. */
export function RowItem({ of }: { readonly of: RowTold }) {
  const { t } = useTranslation();
  const { row, clientRowRef, linked, applicationId, uscc, faults = [], findings = [] } = of;
  const outcome = outcomeOf(of);
  return (
    <li>
      <p className="head-of-row">
        <span className="hint">{t('agentsBatch.row', { row })}</span>
        <strong>{clientRowRef ?? t('agentsBatch.noRef')}</strong>
        <span className={OUTCOME_TONES[outcome]}>{t(`agentsBatch.outcome.${outcome}`)}</span>
      </p>
      {linked && <p className="hint">{t('agentsBatch.linkedNote')}</p>}
      {faults.length > 0 && (
        <>
          <p className="hint">{t('agentsBatch.faults')}</p>
          <ul className="problems">
            {faults.map(({ pointer, detail }) => {
              const said = rowFault(detail);
              return (
                <li key={`${pointer} ${detail}`}>
                  <code>{pointer || t('agentsBatch.whole')}</code>{' '}
                  {said ? t(`agentsBatch.said.${said}`) : detail}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {findings.length > 0 && <Said findings={findings} />}
      {(applicationId || uscc) && (
        <p className="links">
          {applicationId && (
            <Link href={`/applications/${applicationId}`}>{t('agentsBatch.application')}</Link>
          )}
          {uscc && <Link href={`/register/${uscc}`}>{t('agentsBatch.licence')}</Link>}
        </p>
      )}
    </li>
  );
}

/** What the review says of a row: open where it must be mended. */
function Said({ findings }: { readonly findings: NonNullable<RowTold['findings']> }) {
  const { t } = useTranslation();
  const grave = findings.some(({ consequence }) => consequence !== 'WARN');
  return (
    <details open={grave}>
      <summary>{t('agentsBatch.findings', { count: findings.length })}</summary>
      <ul className="problems">
        {findings.map(({ rule, pointer, consequence, fault, mend, basis }) => (
          <li key={`${rule} ${pointer} ${fault}`}>
            <p>
              {fault}{' '}
              <span className={consequence === 'WARN' ? 'tag' : 'tag grave'}>
                {t(`application.consequence.${consequence}`)}
              </span>
            </p>
            <p>{mend}</p>
            <p className="hint">
              <code>{pointer || t('agentsBatch.whole')}</code> ·{' '}
              {[t('application.rule', { rule }), ...basis].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
