import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.ts';
import type { Application } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { inWords } from '../parts/moment.ts';
import { isSignedIn } from '../sign-in/session.ts';
import { readAtServer } from './at-server.ts';
import { EMPTY } from './draft.ts';
import { draftFrom } from './draft-from.ts';
import { SendingFailure } from './sending-failure.tsx';
import type { WorkOnDraft } from './use-draft.ts';
import type { Check } from './use-pre-check.ts';
import type { Sending } from './use-sending.ts';

interface DraftBarProps {
  readonly work: WorkOnDraft;
  readonly check: Check;
  readonly sending: Sending;
  readonly application: Application | undefined;
}

/** Where what one typed is kept and how the check of it goes; to save it at the server, or put it away. */
export function DraftBar({ work, check, sending, application }: DraftBarProps) {
  const { t, i18n } = useTranslation();
  const { save, send } = sending;
  const { isUnsaved } = work;
  const isBegun = isUnsaved || application !== undefined;
  return (
    <section className="draft-bar" aria-label={t('form.bar.title')}>
      <p className="hint" role="status">
        {isUnsaved && t('form.bar.here')}
        {!isUnsaved &&
          application &&
          t('form.bar.atServer', { at: inWords(application.updatedAt, i18n.language) })}{' '}
        <CheckState check={check} />
      </p>
      {!isSignedIn('applicant') && <FailureNote error={new Failure('SIGNED_OUT')} />}
      {save.error && !save.isPending && (
        <SendingFailure error={save.error} work={work} retry={() => save.start()} />
      )}
      {isBegun && (
        <div className="line">
          <button
            type="button"
            disabled={!isUnsaved || save.isPending || send.isPending}
            onClick={() => save.start()}
          >
            {t('form.bar.save')}
          </button>
          <PutAway work={work} application={application} />
        </div>
      )}
    </section>
  );
}

function CheckState({ check: { asked, preCheck, isCurrent } }: { readonly check: Check }) {
  const { t } = useTranslation();
  if (asked.error instanceof Failure && asked.error.kind === 'OFFLINE')
    return t('form.check.offline');
  if (asked.error) return t('form.check.failed');
  if (asked.isFetching) return t('form.check.running');
  return preCheck && isCurrent ? t('form.check.done') : null;
}

/** Deletes the draft after asking: here, and at the server where it is there as a draft. Of what was returned, only the changes go. */
function PutAway({ work, application }: Pick<DraftBarProps, 'work' | 'application'>) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const isReturned = application?.state === 'RETURNED';
  const deletion = useMutation({
    mutationFn: async () => {
      const { id } = work.draft;
      if (id === undefined || isReturned) return;
      const { version, state } = await readAtServer(id);
      if (state === 'DRAFT' || state === 'SIGNING')
        await call('POST /v1/applications/{id}/withdrawal', {
          parameters: { id },
          version,
          body: undefined,
        });
    },
    onSuccess: () => {
      dialog.current?.close();
      work.drop();
      if (isReturned) work.take(draftFrom(application), false);
      else {
        work.take(EMPTY, false);
        navigate(application ? '/applications' : '/apply');
      }
    },
  });
  if (isReturned && !work.isUnsaved) return null;
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {t(isReturned ? 'form.bar.discard' : 'form.bar.delete')}
      </button>
      <dialog ref={dialog} aria-labelledby="delete">
        <h2 id="delete">{t(isReturned ? 'form.bar.discardAsk' : 'form.bar.deleteAsk')}</h2>
        <p>{t(isReturned ? 'form.bar.discardText' : 'form.bar.deleteText')}</p>
        {deletion.error && !deletion.isPending && <FailureNote error={deletion.error} />}
        <div className="line">
          <button
            type="button"
            className="grave"
            disabled={deletion.isPending}
            onClick={() => deletion.mutate()}
          >
            {t(isReturned ? 'form.bar.discard' : 'form.bar.delete')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('form.bar.keep')}
          </button>
        </div>
      </dialog>
    </>
  );
}
