import { useTranslation } from 'react-i18next';
import { sizeInWords } from './chosen-file.ts';
import type { SendingStep } from './send-file.ts';

interface UploadProgressProps {
  readonly step: SendingStep;
  /** in bytes */
  readonly done: number;
  readonly all: number;
  readonly stop: () => void;
}

/** How far the sending of a file is; each step is read out once, the bytes are not. */
export function UploadProgress({ step, done, all, stop }: UploadProgressProps) {
  const { t, i18n } = useTranslation();
  const size = (bytes: number) => sizeInWords(bytes, i18n.language);
  return (
    <div className="note">
      <p role="status">
        <strong>{t(`agents.step.${step}`)}</strong>
      </p>
      {step === 'UPLOADING' && (
        <>
          <progress aria-label={t('agents.uploadLabel')} max={all} value={done} />
          <p>{t('agents.uploaded', { done: size(done), all: size(all) })}</p>
          <p className="hint">{t('agents.stayOpen')}</p>
          <button type="button" onClick={stop}>
            {t('agents.cancel')}
          </button>
        </>
      )}
    </div>
  );
}
