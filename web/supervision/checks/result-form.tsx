import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import type { Input } from '../../api/routes.ts';
import { useAct } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { isDay } from '../day.ts';
import { Faults } from '../faults.tsx';
import { TextField } from '../fields.tsx';
import { Radios } from '../radios.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import type { Checked } from './check-page.tsx';

type Finding = Input<'POST /v1/post-checks/{uscc}/results'>['body'];

const RESULTS = [
  'IN_ORDER',
  'CORRECTION',
  'ANNULMENT',
] as const satisfies readonly Finding['result'][];

/** What was found, once: a record is never changed. Its version is one more than were made before. */
export function ResultForm({ of: { uscc, due, checks } }: { readonly of: Checked }) {
  const { t } = useTranslation();
  const { value, type, clear } = useTyped<{
    readonly result: Finding['result'];
    readonly found: string;
    readonly correctBy: string;
  }>(`check ${uscc}`, { result: 'IN_ORDER', found: '', correctBy: '' });
  const { isTried, maySend } = useTried();
  const { result } = value;
  const [found, correctBy] = [value.found.trim(), value.correctBy.trim()];
  const body: Finding = result === 'CORRECTION' ? { result, found, correctBy } : { result, found };
  const recording = useAct(
    () =>
      call('POST /v1/post-checks/{uscc}/results', {
        parameters: { uscc },
        version: checks.length + 1,
        body,
      }),
    ['check', 'checks', 'inquiries'],
    () => {
      clear();
    },
  );
  const isNoDay = result === 'CORRECTION' && correctBy !== '' && !isDay(correctBy);
  if (!due && !recording.isSuccess) return null;
  return (
    <section aria-labelledby="result" className="choice">
      <h2 id="result">{t('supervisionChecks.record')}</h2>
      {recording.isSuccess && <p role="status">{t('supervisionChecks.recorded')}</p>}
      {due && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const isWhole = found !== '' && (result !== 'CORRECTION' || isDay(correctBy));
            if (maySend(isWhole)) recording.mutate(undefined);
          }}
        >
          <Radios
            legend={t('supervisionChecks.finding')}
            name="result"
            value={result}
            choices={RESULTS.map((it) => [it, t(`supervisionChecks.result.${it}`)])}
            onChoose={(it) => type({ ...value, result: it })}
          />
          <p className="hint">{t(`supervisionChecks.resultText.${result}`)}</p>
          <TextField
            label={t('supervisionChecks.found')}
            hint={t('supervisionChecks.foundHint')}
            value={value.found}
            onType={(text) => type({ ...value, found: text })}
            lines={4}
            isMissed={isTried}
          />
          {result === 'CORRECTION' && (
            <TextField
              label={t('supervisionChecks.correctBy')}
              hint={t('supervision.dayHint')}
              value={value.correctBy}
              onType={(text) => type({ ...value, correctBy: text })}
              isNumber
              isMissed={isTried}
            />
          )}
          {isTried && isNoDay && (
            <Faults faults={[{ pointer: '/correctBy', detail: 'NOT_A_DAY' }]} of={body} />
          )}
          <ActNote error={recording.error} sent={body} />
          <p>
            <button type="submit" className="main" disabled={recording.isPending}>
              {t('supervisionChecks.submit')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
