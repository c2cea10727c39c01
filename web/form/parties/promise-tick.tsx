import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Said } from '../said.tsx';
import type { Finding } from '../step.ts';
import type { PromiseText } from './promises.ts';

interface PromiseTickProps {
  readonly text: PromiseText;
  readonly findings: readonly Finding[];
  readonly checked: boolean;
  readonly onChange: (is: boolean) => void;
}

/** One promise in its full text. The Chinese text is the one that is signed, so it is never left out. */
export function PromiseTick({
  text: { zh, en, replaces },
  findings,
  checked,
  onChange,
}: PromiseTickProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  return (
    <div className="promise field">
      <Said findings={findings} id={`${id}-said`} />
      <div id={id}>
        {i18n.language === 'en' && <p lang="en">{en}</p>}
        <p lang="zh-Hans">{zh}</p>
      </div>
      {replaces && <p className="hint">{t(`parties.promise.${replaces}`)}</p>}
      <label className="radio">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={findings.length > 0 ? `${id} ${id}-said` : id}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{t('parties.promise.give')}</span>
      </label>
    </div>
  );
}
