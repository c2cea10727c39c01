import { useTranslation } from 'react-i18next';
import { useOfficial } from './official.ts';

/** An official by his account, which is all that is kept of him; oneself by a word. */
export function Who({ is }: { readonly is: string }) {
  const { t } = useTranslation();
  return <>{useOfficial().subject === is ? t('supervision.you', { account: is }) : is}</>;
}
