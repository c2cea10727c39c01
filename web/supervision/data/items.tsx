import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Bundle, Kind, Published } from './an-edition.ts';
import { presentOf } from './present.ts';
import { Said } from './said.tsx';

interface ItemsProps {
  readonly kind: Exclude<Kind, 'SWITCHES'>;
  readonly published: Published;
  readonly bundles: readonly Bundle[];
  readonly mayPropose: boolean;
}

/** The years that are told, and the next, of which the State Council tells in the autumn before. */
function yearsIn({ calendar: { knownFrom, knownUntil } }: Published): string[] {
  const [first, last] = [Number(knownFrom.slice(0, 4)), Number(knownUntil.slice(0, 4))];
  return Array.from({ length: last - first + 2 }, (_, nth) => String(last + 1 - nth));
}

/** The first bundle id that is free. */
function nextBundle(bundles: readonly Bundle[]): string {
  const last = Math.max(0, ...bundles.map(({ id }) => Number(id.slice(1))));
  return `B${String(last + 1).padStart(2, '0')}`;
}

/** What is published of a kind, one by one, each with the way to propose its next edition. */
export function Items({ kind, published, bundles, mayPropose }: ItemsProps) {
  const { t } = useTranslation();
  if (kind === 'LIMITS' || kind === 'STOP_LIST')
    return mayPropose ? (
      <p className="line">
        <Link className="button" href={`/data/${kind}/new`}>
          {t('supervisionData.propose')}
        </Link>
      </p>
    ) : null;
  const items =
    kind === 'CALENDAR'
      ? yearsIn(published).map((year) => [year, t('supervisionData.year', { year })] as const)
      : [
          ...bundles.map(({ id, name }) => [id, `${id} ${name}`] as const),
          [nextBundle(bundles), t('supervisionData.newBundle')] as const,
        ];
  return (
    <>
      {items.map(([item, name]) => {
        const present = presentOf(kind, item, published, bundles);
        return (
          <details key={item}>
            <summary>
              {name}
              {!present && <span className="hint"> · {t('supervisionData.notYet')}</span>}
            </summary>
            {present && <Said content={present} caption={name} />}
            {mayPropose && (
              <p className="line">
                <Link className="button" href={`/data/${kind}/new/${item}`}>
                  {t('supervisionData.proposeOf', { name })}
                </Link>
              </p>
            )}
          </details>
        );
      })}
    </>
  );
}
