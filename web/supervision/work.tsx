import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Page } from '../parts/page.tsx';
import { useOfficial } from './official.ts';

interface WorkProps {
  readonly title: string;
  readonly lead?: string;
  /** where it belongs to, from the overview on */
  readonly above?: readonly (readonly [href: string, text: string])[];
  /** only a supervisor acts here; others read */
  readonly isForHeads?: boolean;
  readonly children: ReactNode;
}

/** A page of this work, with the way back to where it belongs. */
export function Work({ title, lead, above = [], isForHeads = false, children }: WorkProps) {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const [place] = useLocation();
  return (
    <Page title={title} className="supervision">
      <nav className="way" aria-label={t('supervision.way')}>
        <Link href="~/desk">{t('supervision.desk')}</Link>
        {place !== '/' && <Link href="/">{t('supervision.title')}</Link>}
        {above.map(([href, text]) => (
          <Link href={href} key={href}>
            {text}
          </Link>
        ))}
      </nav>
      {lead && <p className="lead">{lead}</p>}
      {isForHeads && !isSupervisor && <p className="note">{t('supervision.readOnly')}</p>}
      {children}
    </Page>
  );
}
