import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/select.tsx';
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
        <Select
          {...input}
          lang="zh-Hans"
          value={wordings[0]}
          options={wordings.map((it) => [it, it])}
          onChoose={choose}
        />
      )}
    </Field>
  );
}
