import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { usePlace } from '../parts/place.ts';
import { WhoSigns } from './parties/who-signs.tsx';
import type { Finding, PreCheck } from './step.ts';
import { stepAsking, stepsFor } from './step-order.ts';
import type { Check } from './use-pre-check.ts';

interface ForecastProps {
  readonly check: Check;
  readonly form: ApplicationForm;
  readonly seek: (pointer: string) => void;
}

const isFault = ({ consequence }: Finding): boolean => consequence !== 'WARN';

/** Whether it will pass, who decides and by when; every fault with the way to it; remarks apart; who signs. */
export function Forecast({ check: { preCheck, asked, isCurrent }, form, seek }: ForecastProps) {
  const { t } = useTranslation();
  if (asked.error && !asked.isFetching)
    return <FailureNote error={asked.error} retry={() => void asked.refetch()} />;
  if (!preCheck || !isCurrent) return <Loading text={t('form.check.running')} />;
  const steps = stepsFor(form).map(({ name }) => name);
  const at = ({ pointer }: Finding): number => steps.indexOf(stepAsking(pointer, form).name);
  const found = preCheck.findings.toSorted((a, b) => at(a) - at(b));
  const faults = found.filter(isFault);
  const remarks = found.filter((it) => !isFault(it));
  return (
    <>
      <Course of={preCheck} faults={faults.length} />
      {faults.length > 0 && (
        <section aria-labelledby="faults">
          <h2 id="faults">{t('form.send.faults', { count: faults.length })}</h2>
          <Found findings={faults} form={form} seek={seek} />
        </section>
      )}
      {remarks.length > 0 && (
        <section aria-labelledby="remarks">
          <h2 id="remarks">{t('form.send.remarks')}</h2>
          <p className="hint">{t('form.send.remarksHint')}</p>
          <Found findings={remarks} form={form} seek={seek} />
        </section>
      )}
      <WhoSigns form={form} preCheck={preCheck} />
    </>
  );
}

const TONE = { MACHINE: 'note pass', RETURNED: 'failure', PERSON: 'note' } as const;

function Course({ of: { course }, faults }: { readonly of: PreCheck; readonly faults: number }) {
  const { t, i18n } = useTranslation();
  const { lane, due, provisional } = course;
  const isOld = lane === 'MACHINE' && faults > 0;
  return (
    <div className={TONE[lane]} role="status">
      <p>
        <strong>{t(isOld ? 'form.course.asBefore' : `form.course.${lane}`)}</strong>
      </p>
      <p>
        {t(isOld ? 'form.course.asBeforeText' : `form.courseText.${lane}`)}
        {due && t('form.course.due', { at: inWords(due, i18n.language) })}
        {provisional && t('form.course.provisional')}
      </p>
    </div>
  );
}

interface FoundProps {
  readonly findings: readonly Finding[];
  readonly form: ApplicationForm;
  readonly seek: (pointer: string) => void;
}

function Found({ findings, form, seek }: FoundProps) {
  const { t } = useTranslation();
  const place = usePlace(form);
  return (
    <ul className="findings">
      {findings.map(({ rule, pointer, fault, mend, consequence }) => {
        const { name } = stepAsking(pointer, form);
        return (
          <li key={`${rule} ${pointer} ${fault}`}>
            <p>
              <strong>{place(pointer)}</strong>
            </p>
            <p className="says">{fault}</p>
            <p className="hint">{mend}</p>
            {name !== 'send' && (
              <button type="button" onClick={() => seek(pointer)}>
                {t(consequence === 'WARN' ? 'form.send.see' : 'form.send.mend', {
                  step: t(`form.step.${name}`),
                })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
