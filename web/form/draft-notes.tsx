import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Application } from '../applications/an-application.ts';
import { isSameForm } from './draft.ts';
import { OvertakenNote } from './sending-failure.tsx';
import type { WorkOnDraft } from './use-draft.ts';

interface DraftNotesProps {
  readonly work: WorkOnDraft;
  readonly application: Application | undefined;
}

/** What happened to the draft that one must know of before one goes on typing. */
export function DraftNotes({ work, application }: DraftNotesProps) {
  const { t } = useTranslation();
  const { draft, isUnsaved, isKept, elsewhere, take, stay } = work;
  // changed at the server between the last visit and this one; a change while one is here is met in saving
  const [wasOvertaken, setOvertaken] = useState(
    () =>
      application !== undefined &&
      isUnsaved &&
      draft.base !== application.documentHash &&
      !isSameForm(draft.form, application.form),
  );
  return (
    <>
      {wasOvertaken && application && isUnsaved && (
        <OvertakenNote there={application} work={work} done={() => setOvertaken(false)} />
      )}
      {elsewhere === 'GONE' && (
        <div className="failure" role="alert">
          <p>{t('form.elsewhere.gone')}</p>
          <p>
            <Link href="/applications">{t('applications.title')}</Link>
          </p>
        </div>
      )}
      {elsewhere && elsewhere !== 'GONE' && (
        <div className="failure" role="alert">
          <p>{t('form.elsewhere.wrote')}</p>
          <div className="line">
            <button type="button" onClick={() => take(elsewhere.wrote, true)}>
              {t('form.elsewhere.take')}
            </button>
            <button type="button" onClick={stay}>
              {t('form.elsewhere.stay')}
            </button>
          </div>
        </div>
      )}
      {!isKept && (
        <p className="failure" role="alert">
          {t('form.notKept')}
        </p>
      )}
    </>
  );
}
