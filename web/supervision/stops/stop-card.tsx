import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Facts } from '../../parts/facts.tsx';
import { inWords } from '../../parts/moment.ts';
import { useAct } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { Grave } from '../grave.tsx';
import { useOfficial } from '../official.ts';
import { Who } from '../who.tsx';
import { type Stop, useScopeName } from './a-stop.ts';
import { Issued } from './issued.tsx';

/** One stop: since when, by whom and why; and what the one who reads may do about it. */
export function StopCard({ of: stop }: { readonly of: Stop }) {
  const { t, i18n } = useTranslation();
  const scopeName = useScopeName();
  const [isShown, setShown] = useState(false);
  const at = (instant: string) => inWords(instant, i18n.language);
  const { id, scope, state, since, by, reason, proposedBy, proposedAt, confirmedBy, endedAt } =
    stop;
  return (
    <li className={state === 'ENDED' ? '' : 'holds'}>
      <h3>{scopeName(scope)}</h3>
      <p className={state === 'ENDED' ? 'good' : 'wrong'}>{t(`supervisionStops.state.${state}`)}</p>
      <Facts
        facts={[
          [t('supervisionStops.since'), at(since)],
          [t('supervisionStops.by'), <Who is={by} key="by" />],
          [t('supervision.reason'), reason],
          [
            t('supervisionStops.proposed'),
            proposedBy && proposedAt && (
              <>
                <Who is={proposedBy} /> · {at(proposedAt)}
              </>
            ),
          ],
          [
            t('supervisionStops.confirmed'),
            confirmedBy && endedAt && (
              <>
                <Who is={confirmedBy} /> · {at(endedAt)}
              </>
            ),
          ],
        ]}
      />
      <Resumption of={stop} name={scopeName(scope)} />
      <details onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
        <summary>{t('supervisionStops.issued')}</summary>
        {isShown && <Issued stop={id} since={since} />}
      </details>
    </li>
  );
}

interface ResumptionProps {
  readonly of: Stop;
  readonly name: string;
}

/** One proposes to go on, another confirms it: whoever proposed is told that he waits. */
function Resumption({ of: { id, state, version, proposedBy }, name }: ResumptionProps) {
  const { t } = useTranslation();
  const { subject, isSupervisor } = useOfficial();
  const proposing = useAct(
    () => call('POST /v1/stops/{id}/resumption', { parameters: { id }, version }),
    ['stops'],
  );
  const confirming = useAct(
    () => call('POST /v1/stops/{id}/resumption/confirmation', { parameters: { id }, version }),
    ['stops'],
  );
  const isBusy = proposing.isPending || confirming.isPending;
  return (
    <>
      <div aria-live="polite">
        {state === 'RESUMING' && proposedBy === subject && (
          <p className="note">{t('supervisionStops.waits')}</p>
        )}
        {state === 'RESUMING' && proposedBy !== subject && (
          <p className="note">{t('supervisionStops.yours', { by: proposedBy, name })}</p>
        )}
      </div>
      <ActNote error={proposing.error ?? confirming.error} />
      {isSupervisor && state === 'IN_FORCE' && (
        <p>
          <button type="button" disabled={isBusy} onClick={() => proposing.mutate(undefined)}>
            {t('supervisionStops.propose')}
          </button>
        </p>
      )}
      {isSupervisor && state === 'RESUMING' && proposedBy !== subject && (
        <Grave
          label={t('supervisionStops.confirm')}
          title={t('supervisionStops.confirmTitle')}
          disabled={isBusy}
          act={() => confirming.mutate(undefined)}
        >
          <p>{t('supervisionStops.confirmText', { name })}</p>
        </Grave>
      )}
    </>
  );
}
