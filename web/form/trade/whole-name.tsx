import { useTranslation } from 'react-i18next';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';

interface WholeNameProps {
  readonly name: string | undefined;
  readonly rename: (name: string | undefined) => void;
  readonly findings: readonly Finding[];
}

/** A name as its applicant writes it: with a division in brackets, an industry of his own, or none. */
export function WholeName({ name, rename, findings }: WholeNameProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('tradeName.whole')} hint={t('tradeName.wholeHint')} findings={findings}>
      {(input) => (
        <input
          {...input}
          lang="zh-Hans"
          maxLength={200}
          autoComplete="off"
          value={name ?? ''}
          onChange={({ target }) => rename(target.value || undefined)}
        />
      )}
    </Field>
  );
}
