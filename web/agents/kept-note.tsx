import { useTranslation } from 'react-i18next';
import { sizeInWords } from './chosen-file.ts';
import type { KeptSending } from './kept-sending.ts';

interface KeptNoteProps {
  readonly of: KeptSending;
  readonly go: () => void;
  readonly drop: () => void;
}

/** That this tab has a file that it has not sent to its end, and how to go on with it. */
export function KeptNote({ of: { bytes, format, uploaded }, go, drop }: KeptNoteProps) {
  const { t, i18n } = useTranslation();
  const size = sizeInWords(bytes, i18n.language);
  return (
    <div className="kept">
      <h3>{t('agents.keptTitle')}</h3>
      <p>{t(uploaded ? 'agents.keptSubmit' : 'agents.keptAgain', { size, format })}</p>
      <p className="line">
        {uploaded && (
          <button type="button" className="main" onClick={go}>
            {t('agents.keptGo')}
          </button>
        )}
        <button type="button" onClick={drop}>
          {t('agents.keptDrop')}
        </button>
      </p>
    </div>
  );
}
