import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { TONES } from '../applications/applications-page.tsx';
import { Facts } from '../parts/facts.tsx';
import { inWords } from '../parts/moment.ts';
import { usePlace } from '../parts/place.ts';
import { Denied } from './denied.tsx';
import { DenyForm } from './deny-form.tsx';
import { afterDenial, type Denial, type Naming, standingOf } from './standing.ts';

interface NamingCardProps {
  readonly of: Naming;
  readonly assertion: string;
  /** what she had begun to write when her face had to be checked again */
  readonly begun: string;
  /** whether it is being denied */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** One application or business that names her, what she is in it, and what she can do. */
export function NamingCard({ of, assertion, begun, isOpen, onOpen }: NamingCardProps) {
  const { t, i18n } = useTranslation();
  const place = usePlace({});
  const [statement, setStatement] = useState(begun);
  const [denial, setDenial] = useState<Denial>();
  const naming = denial ? afterDenial(of, denial) : of;
  const { id, state, business, createdAt, updatedAt, parts, sentBy, denied } = naming;
  const name = naming.name ?? t('business.unnamed');
  const standing = standingOf(naming);
  const mayDeny = standing === 'MAY_STOP' || standing === 'MAY_INQUIRE';
  const at = (instant: string) => inWords(instant, i18n.language);
  return (
    <li>
      <h3>{name}</h3>
      <p className="line">
        <span className={business?.status === 'ANNULLED' ? 'state bad' : TONES[state]}>
          {business ? t(`business.${business.status}`) : t(`state.${state}`)}
        </span>
        {denied && <span className="tag grave">{t('namings.deniedTag')}</span>}
      </p>
      <Facts
        facts={[
          [t('namings.parts'), parts.map((part) => place(`/${part}`)).join(' · ')],
          [t('namings.sentBy'), t(`namings.by.${sentBy}`)],
          [t('namings.since'), at(createdAt)],
          [t('namings.updated'), at(updatedAt)],
          [
            t('business.uscc'),
            business && <Link href={`/register/${business.uscc}`}>{business.uscc}</Link>,
          ],
        ]}
      />
      {(standing === 'STOPPED' || standing === 'INQUIRED') && (
        <Denied of={naming} {...(denial && { fresh: denial })} />
      )}
      {standing === 'MAY_INQUIRE' && denied && <p className="note">{t('namings.deniedBefore')}</p>}
      {!mayDeny && standing !== 'STOPPED' && standing !== 'INQUIRED' && (
        <p className="hint">{t(`namings.not.${standing}`)}</p>
      )}
      {mayDeny && isOpen && (
        <DenyForm
          id={id}
          name={name}
          leadsTo={standing}
          assertion={assertion}
          statement={statement}
          onType={setStatement}
          cancel={() => onOpen(false)}
          done={(told) => {
            setDenial(told);
            onOpen(false);
          }}
        />
      )}
      {mayDeny && !isOpen && (
        <p>
          <button
            type="button"
            aria-label={t('namings.denyOf', { name })}
            onClick={() => onOpen(true)}
          >
            {t('namings.deny')}
          </button>
        </p>
      )}
    </li>
  );
}
