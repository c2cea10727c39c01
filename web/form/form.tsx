import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Application } from '../applications/an-application.ts';
import { Page } from '../parts/page.tsx';
import { type Draft, slotOf } from './draft.ts';
import { DraftBar } from './draft-bar.tsx';
import { draftFrom } from './draft-from.ts';
import { DraftNotes } from './draft-notes.tsx';
import { SendStep } from './send-step.tsx';
import { StepList } from './step-list.tsx';
import { type FormStep, type StepName, stepAsking, stepsFor } from './step-order.ts';
import { useDraft } from './use-draft.ts';
import { usePreCheck } from './use-pre-check.ts';
import { useSending } from './use-sending.ts';

interface FormProps {
  readonly account: string;
  /** what this device keeps of it and the server has not got */
  readonly kept: Draft | undefined;
  /** absent where it is not at the server, or not to be had just now */
  readonly application?: Application | undefined;
}

/** One step of the form at a time, the list of all, and what is wrong so far. */
export function Form({ account, kept, application }: FormProps) {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  const work = useDraft(
    slotOf(account, application?.id ?? kept?.id),
    kept,
    application && draftFrom(application),
  );
  const { draft, change, leave, follow } = work;
  const { form } = draft;

  const asked = new URLSearchParams(useSearch()).get('step');
  const steps = stepsFor(form);
  const first = application && application.state !== 'DRAFT' ? 'send' : 'duty';
  const at = Math.max(
    0,
    steps.findIndex(({ name }) => name === (asked ?? first)),
  );
  const left = leftOf(draft, steps, asked ?? first);
  const current = steps[at] ?? steps[0];
  if (!current) throw new RangeError('a form has a first step');
  const { name } = current;
  const addressOf = (step: StepName): string => `${path}?step=${step}`;

  // a step is left by its buttons, the list, and the browser's own back and forward
  useEffect(() => () => leave(name), [name, leave]);

  const sought = useRef<string>(undefined);
  useEffect(() => {
    if (name !== 'send' && sought.current !== undefined) focusField(sought.current);
    sought.current = undefined;
  }, [name]);

  useEffect(() => {
    if (application) follow(draftFrom(application));
  }, [application, follow]);

  const sending = useSending(work);
  const returned = application?.state === 'RETURNED' ? application : undefined;
  const check = usePreCheck(draft, name, returned);
  const { preCheck } = check;
  const shown = preCheck && {
    ...preCheck,
    findings: preCheck.findings.filter(({ pointer }) => {
      const step = stepAsking(pointer, form);
      return left.includes(step.name) || 'live' in step;
    }),
  };

  const next = steps[at + 1];
  const before = steps[at - 1];
  return (
    <Page title={t(`form.ask.${name}`)} className="applying" key={name}>
      <StepList
        steps={steps}
        at={name}
        left={left}
        preCheck={preCheck}
        form={form}
        addressOf={addressOf}
      />
      <DraftNotes work={work} application={application} />
      {'Step' in current ? (
        <div className="step">
          <current.Step form={form} change={change} preCheck={shown} />
        </div>
      ) : (
        <SendStep
          work={work}
          check={check}
          sending={sending}
          application={application}
          seek={(pointer) => {
            sought.current = pointer;
            navigate(addressOf(stepAsking(pointer, form).name));
          }}
        />
      )}
      <div className="line walk">
        {next && (
          <button type="button" className="main" onClick={() => navigate(addressOf(next.name))}>
            {t('form.next')}
          </button>
        )}
        {before && (
          <button type="button" onClick={() => navigate(addressOf(before.name))}>
            {t('form.back')}
          </button>
        )}
      </div>
      <DraftBar work={work} check={check} sending={sending} application={application} />
    </Page>
  );
}

/** Steps whose faults are told: those that one was at and, since one has come to the end, all. */
const leftOf = ({ left }: Draft, steps: readonly FormStep[], at: string): readonly string[] =>
  at === 'send' || left.includes('send') ? steps.map(({ name }) => name) : left;

/** To the field that a finding is about; where there is none, one stays at the step's heading. */
function focusField(pointer: string): void {
  const said = document.querySelector(`[data-at="${CSS.escape(pointer)}"]`);
  const field = said?.closest('.field') ?? document.querySelector('.step .field:has(.wrong)');
  field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}
