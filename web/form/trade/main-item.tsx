import { useTranslation } from 'react-i18next';
import { Field } from '../field.tsx';

interface MainItemProps {
  /** the main one first */
  readonly wordings: readonly string[];
  readonly choose: (wording: string) => void;
}

/** The item that stands first: it fixes the main industry. */
export function MainItem({ wordings, choose }: MainItemProps) {
  const { t } = useTranslation();
  if (wordings.length < 2) return null;
  return (
    <Field label={t('tradeSell.main')} hint={t('tradeSell.mainHint')}>
      {(input) => (
        <select
          {...input}
          lang="zh-Hans"
          value={wordings[0]}
          onChange={({ target }) => choose(target.value)}
        >
          {wordings.map((wording) => (
            <option key={wording} value={wording}>
              {wording}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
