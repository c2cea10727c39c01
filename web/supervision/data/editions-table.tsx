import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ofWhat } from '#functions/published/item.ts';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { useRegistrarName } from '../registrars.tsx';
import { Who } from '../who.tsx';
import type { Edition } from './an-edition.ts';
import { standingOf } from './standing-of.ts';

interface EditionsTableProps {
  readonly caption: string;
  readonly editions: readonly Edition[];
  /** among which each stands */
  readonly all: readonly Edition[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Editions, each with how it stands today, for whom, and from when on it counts. */
export function EditionsTable({ caption, editions, all, today }: EditionsTableProps) {
  const { t, i18n } = useTranslation();
  const nameOf = useRegistrarName();
  const begins = ({ from, confirmedAt, proposedAt }: Edition) =>
    from ? dayInWords(from, i18n.language) : inWords(confirmedAt ?? proposedAt, i18n.language);
  return (
    <Stacked
      caption={caption}
      heads={[
        t('supervisionData.edition'),
        t('supervisionData.standing'),
        t('supervisionData.begins'),
        t('supervisionData.forWhom'),
        t('supervisionData.proposedBy'),
      ]}
      rows={editions.map((edition) => {
        const { id, content, registrar, proposedBy } = edition;
        const item = ofWhat(content);
        const standing = standingOf(edition, all, today);
        return {
          key: id,
          cells: [
            <Link href={`/data/editions/${id}`} key={id}>
              {[t(`supervisionData.kind.${content.kind}`), item].filter(Boolean).join(' ')}
            </Link>,
            <span className={`standing ${standing.toLowerCase()}`} key="standing">
              {t(`supervisionData.standings.${standing}`)}
            </span>,
            begins(edition),
            registrar ? nameOf(registrar) : t('supervisionData.all'),
            <Who is={proposedBy} key="by" />,
          ],
        };
      })}
    />
  );
}
