import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { inWords } from '../parts/moment.ts';
import { Qr } from '../parts/qr.tsx';
import { rememberWay } from '../signing/way-back.ts';
import { CompanySigning } from './company-signing.tsx';
import { linksFor, type SigningLink } from './signing-links.ts';

type Party = NonNullable<Application['signers']>[number];

const keyOf = (party: Party): string => {
  if ('person' in party) return party.person;
  return 'company' in party ? `company ${party.company}` : 'host';
};

/** Who has signed and who has not, as it happens, and the link for each who still has to. */
export function SigningPanel({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { id, signers = [], missing = [], hostRefused } = application;
  const { data: links, error, isFetching, refetch } = useQuery(linksFor(id));
  const waits = new Set(missing.map(keyOf));
  const isForPersons = missing.some((party) => 'person' in party);
  return (
    <>
      <p role="status">{t('form.signing.missing', { count: missing.length })}</p>
      <ul className="findings">
        {signers.map((party) => (
          <li key={keyOf(party)}>
            <SigningParty
              party={party}
              of={application}
              isMissing={waits.has(keyOf(party))}
              link={links?.find((it) => 'person' in party && it.person === party.person)}
            />
          </li>
        ))}
      </ul>
      {hostRefused && <p className="note">{t('application.hostRefused')}</p>}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {isForPersons && (
        <>
          <p>
            <button
              type="button"
              className={links ? '' : 'main'}
              disabled={isFetching}
              onClick={() => void refetch()}
            >
              {t(links ? 'form.signing.linksAnew' : 'form.signing.links')}
            </button>
          </p>
          <p className="hint">{t('form.signing.linksHint')}</p>
        </>
      )}
      <p className="hint">{t('form.signing.editHint')}</p>
    </>
  );
}

interface SigningPartyProps {
  readonly party: Party;
  readonly of: Application;
  readonly isMissing: boolean;
  readonly link: SigningLink | undefined;
}

function SigningParty({ party, of, isMissing, link }: SigningPartyProps) {
  const { t } = useTranslation();
  const { form, refused = [] } = of;
  const refusal = refused.find((it) => 'person' in party && it.person === party.person);
  return (
    <>
      <p>
        <strong>
          {'person' in party && (form.people?.[party.person]?.name ?? t('form.send.nameless'))}
          {'company' in party &&
            (form.shareholders?.[party.company]?.company?.name ?? t('form.send.nameless'))}
          {'host' in party && t('application.host')}
        </strong>{' '}
        <span className={isMissing ? 'tag' : 'tag good'}>
          {t(isMissing ? 'form.signing.waiting' : 'form.signing.signed')}
        </span>
      </p>
      <p className="hint">
        {(party.signs ?? []).map((it) => t(`parties.signs.${it}`)).join(t('form.comma'))}
      </p>
      {refusal && (
        <p className="note">
          {t('form.signing.refused', { reason: t(`signing.reason.${refusal.code}`) })}
          {refusal.text && <q>{refusal.text}</q>}
        </p>
      )}
      {isMissing && 'company' in party && <CompanySigning of={of} shareholder={party.company} />}
      {isMissing && 'host' in party && <p className="hint">{t('form.signing.host')}</p>}
      {isMissing && link && <LinkToSign link={link} back={`/apply/${of.id}`} />}
    </>
  );
}

interface LinkToSignProps {
  readonly link: SigningLink;
  readonly back: string;
}

function LinkToSign({ link: { id, link, openUntil }, back }: LinkToSignProps) {
  const { t, i18n } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="signing-link">
      <Qr text={link} label={t('form.signing.qr')} />
      <div>
        <p className="hint">
          {t('form.signing.scan')} {t('signing.until', { at: inWords(openUntil, i18n.language) })}
        </p>
        <div className="line">
          <button
            type="button"
            onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            {t('form.signing.copy')}
          </button>
          <a className="button" href={link} onClick={() => rememberWay(id, back)}>
            {t('form.signing.here')}
          </a>
        </div>
        <p role="status">{isCopied && t('form.signing.copied')}</p>
      </div>
    </div>
  );
}
