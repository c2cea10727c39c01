import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Output } from '../api/routes.ts';
import { isHeld, type Official } from './a-case.ts';
import { DueWords } from './due-words.tsx';
import { HolderWords } from './holder-words.tsx';
import { TakeRow } from './take-row.tsx';
import { useNow } from './use-now.ts';

/** What one call decides. */
const MOST_TOGETHER = 50;

export type Row = Output<'GET /v1/cases'>['cases'][number];

interface CaseTableProps {
  readonly rows: readonly Row[];
  readonly official: Official;
  /** the rows that are ticked; absent where none can be */
  readonly chosen?: readonly Row[];
  readonly choose?: (rows: readonly Row[]) => void;
}

/** Why each case stands here, when it is due and who holds it. On a phone each row is a card. */
export function CaseTable({ rows, official, chosen = [], choose }: CaseTableProps) {
  const { t } = useTranslation();
  const now = useNow(15_000);
  const isFree = (row: Row) => !isHeld(row, now) || row.holder === official.subject;
  const isChosen = (row: Row) => chosen.some(({ id }) => id === row.id);
  /** Those are decided together whose one finding is the same. */
  const mayBeChosen = (row: Row) =>
    row.state === 'OPEN' &&
    !row.proposal &&
    row.rules.length === 1 &&
    chosen.length < MOST_TOGETHER &&
    isFree(row) &&
    (chosen[0]?.rules[0] ?? row.rules[0]) === row.rules[0];
  return (
    <table className="cases">
      <caption className="unseen">{t('desk.title')}</caption>
      <thead>
        <tr>
          {choose && <th scope="col">{t('desk.column.choose')}</th>}
          <th scope="col">{t('desk.column.why')}</th>
          <th scope="col">{t('desk.column.due')}</th>
          <th scope="col">{t('desk.column.holder')}</th>
          <th scope="col">{t('desk.column.favour')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {choose && (
              <td className="chosen">
                <label>
                  <span className="unseen">{t('desk.choose', { id: row.id })}</span>
                  <input
                    type="checkbox"
                    checked={isChosen(row)}
                    disabled={!isChosen(row) && !mayBeChosen(row)}
                    onChange={({ target }) =>
                      choose(
                        target.checked
                          ? [...chosen, row]
                          : chosen.filter(({ id }) => id !== row.id),
                      )
                    }
                  />
                </label>
              </td>
            )}
            <th scope="row">
              <Link className="opens" href={`/desk/cases/${row.id}`}>
                {t(`desk.reason.${row.reason}`)}
              </Link>
              {row.rules.map((rule) => (
                <span className="tag" key={rule}>
                  {rule}
                </span>
              ))}
              <span className="code">{row.id}</span>
            </th>
            <td>
              {row.state === 'OPEN' ? (
                <DueWords of={row} now={now} />
              ) : (
                t(`deskCase.state.${row.state}`)
              )}
            </td>
            <td>
              {row.state === 'OPEN' && (
                <HolderWords of={row} subject={official.subject} now={now} />
              )}
              {row.proposal && <span className="tag grave">{t('desk.proposed')}</span>}
            </td>
            <td>
              <FavourWords of={row} />
            </td>
            <td>{row.state === 'OPEN' && <TakeRow of={row} official={official} now={now} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why it stands before or behind others that are due the same day, and who looks after it. */
function FavourWords({ of: { favour } }: { readonly of: Pick<Row, 'favour'> }) {
  const { t } = useTranslation();
  if (!favour) return <>{t('desk.favour.ORDINARY')}</>;
  return (
    <>
      {t(`desk.favour.${favour.rank}`)}
      {favour.officer && <span className="hint">{t('desk.officer', { who: favour.officer })}</span>}
    </>
  );
}
