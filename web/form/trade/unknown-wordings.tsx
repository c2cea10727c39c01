import { useTranslation } from 'react-i18next';
import type { Preview } from './scope-answers.ts';

interface UnknownWordingsProps {
  readonly unknown: Preview['unknown'];
  readonly replace: (wording: string, by: string) => void;
}

/** Wordings that are not in the catalogue, or no more, each with the nearest that are. */
export function UnknownWordings({ unknown, replace }: UnknownWordingsProps) {
  const { t } = useTranslation();
  return unknown.map(({ wording, nearest }) => (
    <div className="note" key={wording}>
      <p>{t('tradeSell.unknown', { wording })}</p>
      <div className="additions" lang="zh-Hans">
        {nearest.map((it) => (
          <button key={it} type="button" onClick={() => replace(wording, it)}>
            {it}
          </button>
        ))}
      </div>
    </div>
  ));
}
