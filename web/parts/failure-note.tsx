import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.ts';
import { lastAudience, signIn } from '../sign-in/sign-in.ts';

interface FailureNoteProps {
  readonly error: unknown;
  /** absent where trying again changes nothing */
  readonly retry?: () => void;
}

/** What went wrong, in words, and what to do. */
export function FailureNote({ error, retry }: FailureNoteProps) {
  const { t } = useTranslation();
  const { kind, told } = error instanceof Failure ? error : new Failure('UNKNOWN');
  return (
    <div className="failure" role="alert">
      {kind === 'PROBLEM' ? (
        <>
          <p>
            <strong>{told.title}</strong>
          </p>
          <p>{told.detail}</p>
          {told.slug === 'internal' && <p>{t('failure.quote', { instance: told.instance })}</p>}
        </>
      ) : (
        <p>{t(`failure.${kind}`)}</p>
      )}
      {kind === 'SIGNED_OUT' && (
        <button type="button" onClick={() => void signIn(lastAudience())}>
          {t('signIn.submit')}
        </button>
      )}
      {retry && kind !== 'SIGNED_OUT' && (
        <button type="button" onClick={retry}>
          {t('common.retry')}
        </button>
      )}
    </div>
  );
}
