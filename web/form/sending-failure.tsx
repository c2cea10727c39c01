import { useTranslation } from 'react-i18next';
import type { Application } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Overtaken } from './at-server.ts';
import { draftFrom } from './draft-from.ts';
import type { WorkOnDraft } from './use-draft.ts';

interface SendingFailureProps {
  readonly error: unknown;
  readonly work: WorkOnDraft;
  readonly retry: () => void;
}

/** Why the server has not got it, and what to do: nothing typed is lost either way. */
export const SendingFailure = ({ error, work, retry }: SendingFailureProps) =>
  error instanceof Overtaken ? (
    <OvertakenNote there={error.there} work={work} done={retry} />
  ) : (
    <FailureNote error={error} retry={retry} />
  );

interface OvertakenNoteProps {
  readonly there: Application;
  readonly work: WorkOnDraft;
  /** after one has chosen to put his own over it */
  readonly done: () => void;
}

/** The server has another version than the one that was begun from: one chooses. */
export function OvertakenNote({ there, work, done }: OvertakenNoteProps) {
  const { t } = useTranslation();
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{t('form.overtaken.title')}</strong>
      </p>
      <p>{t('form.overtaken.text')}</p>
      <div className="line">
        <button
          type="button"
          onClick={() => {
            work.inWork.note({ base: there.documentHash });
            done();
          }}
        >
          {t('form.overtaken.ours')}
        </button>
        <button type="button" onClick={() => work.take(draftFrom(there), false)}>
          {t('form.overtaken.theirs')}
        </button>
      </div>
    </div>
  );
}
