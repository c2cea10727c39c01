import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { type Application, anApplication } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { readAtServer } from './at-server.ts';
import { Forecast } from './forecast.tsx';
import { SendingFailure } from './sending-failure.tsx';
import { SigningPanel } from './signing-panel.tsx';
import type { WorkOnDraft } from './use-draft.ts';
import type { Check } from './use-pre-check.ts';
import type { Sending } from './use-sending.ts';

interface SendStepProps {
  readonly work: WorkOnDraft;
  readonly check: Check;
  readonly sending: Sending;
  readonly application: Application | undefined;
  /** goes to the field that a finding is about */
  readonly seek: (pointer: string) => void;
}

/** What would become of it, every fault with the way to it, who has to sign; then to sign and send it. */
export function SendStep({ work, check, sending, application, seek }: SendStepProps) {
  const { t } = useTranslation();
  const { send } = sending;
  if (application?.state === 'SIGNING' && !work.isUnsaved)
    return (
      <>
        <SigningPanel application={application} />
        {send.error && !send.isPending && (
          <SendingFailure error={send.error} work={work} retry={() => send.start()} />
        )}
      </>
    );
  const { preCheck, isCurrent, asked } = check;
  // what cannot be checked beforehand may be sent all the same
  const isChecking = !asked.error && !(preCheck && isCurrent);
  const signers = preCheck?.signers.length ?? 0;
  const isReturned = preCheck?.course.lane === 'RETURNED';
  return (
    <>
      <Forecast check={check} form={work.draft.form} seek={seek} />
      {send.error && !send.isPending && (
        <SendingFailure error={send.error} work={work} retry={() => send.start()} />
      )}
      {send.isPending && <Loading text={t('form.send.sending')} />}
      <div className="choice">
        <button
          type="button"
          className={isReturned ? '' : 'main'}
          disabled={send.isPending || sending.save.isPending || isChecking}
          onClick={() => send.start()}
        >
          {t(isReturned ? 'form.send.anyway' : signers > 1 ? 'form.send.toAll' : 'form.send.toOne')}
        </button>
        <p className="hint">{t(signers > 1 ? 'form.send.hintAll' : 'form.send.hintOne')}</p>
      </div>
      {application?.state === 'RETURNED' && !application.decision && (
        <AskForPerson of={application} />
      )}
    </>
  );
}

/** What the machine alone returned may be looked at by a person instead of being mended. */
function AskForPerson({ of: { id } }: { readonly of: Application }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const { version } = await readAtServer(id);
      return call('POST /v1/applications/{id}/person-requests', { parameters: { id }, version });
    },
    onSuccess: (application) => {
      queries.setQueryData(anApplication(id, i18n.language).queryKey, application);
      navigate(`/applications/${id}`);
    },
  });
  return (
    <section className="choice" aria-labelledby="person">
      <h2 id="person">{t('form.person.title')}</h2>
      <p>{t('form.person.text')}</p>
      {error && !isPending && <FailureNote error={error} retry={() => mutate()} />}
      <button type="button" disabled={isPending} onClick={() => mutate()}>
        {t('form.person.ask')}
      </button>
    </section>
  );
}
