import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Output } from '../api/routes.ts';
import { goToFaceCheck } from '../parts/face-check.ts';
import { Facts } from '../parts/facts.tsx';
import { FormData } from '../parts/form-data.tsx';
import { inWords } from '../parts/moment.ts';
import type { OpenedLink } from './link.ts';
import { Outcome } from './outcome.tsx';
import { Refusal } from './refusal.tsx';

type Signing = Output<'POST /v1/signings/{id}/opening'>;

interface PapersProps {
  readonly link: OpenedLink;
  readonly of: Signing;
}

/** What is signed, in plain words first, then every paper; at the end, to sign it or not. */
export function Papers({ link, of }: PapersProps) {
  const { t, i18n } = useTranslation();
  const [isRefusing, setRefusing] = useState(false);
  const [refused, setRefused] = useState<Output<'POST /v1/signings/{id}/refusal'>>();
  if (refused) return <Outcome id={link.id} state="REFUSED" application={refused.application} />;
  const { says, business, roles, parts, documentHash, authorize, openUntil } = of;
  return (
    <>
      <section aria-labelledby="what">
        <h2 id="what">{t('signing.whatTitle')}</h2>
        <p className="says">{says}</p>
        <Facts
          facts={[
            [t('signing.roles'), roles.map((role) => t(`role.${role}`)).join(' · ')],
            [t('business.name'), business.name ?? t('business.unnamed')],
            [t('business.address'), business.address],
            [t('business.scope'), business.scope],
          ]}
        />
        <p className="hint">{t('signing.until', { at: inWords(openUntil, i18n.language) })}</p>
      </section>
      <section aria-labelledby="papers">
        <h2 id="papers">{t('signing.papersTitle')}</h2>
        <p className="hint">{t('signing.papersHint')}</p>
        {parts.map((part) => (
          <Paper key={part.part} of={part} />
        ))}
        <details>
          <summary>{t('signing.digest')}</summary>
          <p className="code">{documentHash}</p>
          <p className="hint">{t('signing.digestHint')}</p>
        </details>
      </section>
      {isRefusing ? (
        <Refusal link={link} cancel={() => setRefusing(false)} done={setRefused} />
      ) : (
        <div className="choice">
          {authorize ? (
            <>
              <button type="button" className="main" onClick={() => goToFaceCheck(link, authorize)}>
                {t('signing.sign')}
              </button>
              <p className="hint">{t('signing.signHint')}</p>
            </>
          ) : (
            <p className="note">{t('signing.noProvider')}</p>
          )}
          <button type="button" onClick={() => setRefusing(true)}>
            {t('signing.refuse')}
          </button>
          <p className="hint">
            {t('notMe.signing')} <Link href="/not-me">{t('notMe.link')}</Link>
          </p>
        </div>
      )}
    </>
  );
}

function Paper({ of: { title, data, texts = [] } }: { readonly of: Signing['parts'][number] }) {
  const { t } = useTranslation();
  return (
    <details className="paper">
      <summary>{title}</summary>
      {texts.length > 0 && (
        <>
          <h3>{t('signing.promises')}</h3>
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <FormData data={data} />
    </details>
  );
}
