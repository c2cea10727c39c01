import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from './parts/page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFoundTitle')}>
      <p>{t('common.notFoundText')}</p>
      <p>
        <Link href="/">{t('common.home')}</Link>
      </p>
    </Page>
  );
}
