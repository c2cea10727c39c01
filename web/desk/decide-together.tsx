import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import type { Row } from './case-table.tsx';
import { ReasonField } from './reason-field.tsx';
import { Reasons } from './reasons.tsx';
import { TogetherResults } from './together-results.tsx';

const OUTCOMES = ['RETURN', 'REGISTER'] as const;

interface DecideTogetherProps {
  /** cases with the same one finding */
  readonly chosen: readonly Row[];
  readonly clear: () => void;
}

/** Decides several cases with the identical finding by one reason: one record each, and what came of each. */
export function DecideTogether({ chosen, clear }: DecideTogetherProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('RETURN');
  const [reason, setReason] = useState('');
  const rule = chosen[0]?.rules[0] ?? '';
  const deciding = useMutation({
    mutationFn: () =>
      call('POST /v1/cases/decisions', {
        body: {
          rule,
          outcome,
          reason: reason.trim(),
          cases: chosen.map(({ id, version }) => ({ id, version })),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deciding.mutate();
  };
  const closed = () => {
    if (!deciding.data) return;
    setReason('');
    clear();
    deciding.reset();
  };
  const text = { count: chosen.length, rule };
  return (
    <>
      {chosen.length > 0 && (
        <div className="together line">
          <p role="status">{t('desk.togetherTitle', text)}</p>
          <button type="button" className="main" onClick={() => dialog.current?.showModal()}>
            {t('desk.togetherOpen')}
          </button>
          <button type="button" onClick={clear}>
            {t('desk.togetherCancel')}
          </button>
        </div>
      )}
      <dialog ref={dialog} className="desk" aria-labelledby="together" onClose={closed}>
        <h2 id="together">
          {deciding.data ? t('desk.togetherDone') : t('desk.togetherTitle', text)}
        </h2>
        {deciding.data ? (
          <TogetherResults results={deciding.data.results} />
        ) : (
          <form onSubmit={submit}>
            <fieldset className="outcomes">
              <legend>{t('deskCase.outcome')}</legend>
              {OUTCOMES.map((it) => (
                <button
                  key={it}
                  type="button"
                  aria-pressed={it === outcome}
                  onClick={() => setOutcome(it)}
                >
                  {t(`application.outcome.${it}`)}
                </button>
              ))}
            </fieldset>
            {rule && (
              <Reasons
                rules={[rule]}
                outcome={outcome}
                insert={(it) => setReason([reason.trim(), it].filter(Boolean).join('\n'))}
              />
            )}
            <ReasonField
              label={t('deskCase.reason')}
              hint={t('deskCase.reasonHint')}
              rows={4}
              required
              value={reason}
              onType={setReason}
            />
            {deciding.error && (
              <FailureNote error={deciding.error} retry={() => deciding.mutate()} />
            )}
            <div className="line">
              <button
                type="submit"
                className="main"
                disabled={deciding.isPending || reason.trim() === ''}
              >
                {t('desk.togetherSubmit', { count: chosen.length })}
              </button>
            </div>
          </form>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('deskKeys.close')}
        </button>
      </dialog>
    </>
  );
}
