import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The first page is read from its top, as the browser opened it; later ones are announced. */
let isFirst = true;

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A page with its heading, which is read out when one comes to it, and its title. */
export function Page({ title, children, className = '' }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const system = t('frame.system');
  useEffect(() => {
    document.title = `${title} · ${system}`;
  }, [title, system]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  return (
    <div className={`page ${className}`}>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  );
}
