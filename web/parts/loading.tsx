import { useTranslation } from 'react-i18next';

export function Loading({ text }: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {text ?? t('common.loading')}
    </p>
  );
}
