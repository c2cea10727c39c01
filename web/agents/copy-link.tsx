import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a signing link; where the browser does not let us, it is shown to be selected. */
export function CopyLink({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {t(copied ? 'agentsBatch.copied' : 'agentsBatch.copy')}
      </button>
      {copied === false && (
        <span className="code" role="alert">
          {t('agentsBatch.copyFailed')} {link}
        </span>
      )}
    </>
  );
}
