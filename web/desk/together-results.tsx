import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Output } from '../api/routes.ts';

type Results = Output<'POST /v1/cases/decisions'>['results'];

/** What came of each case that was decided together with others. */
export function TogetherResults({ results }: { readonly results: Results }) {
  const { t, i18n } = useTranslation();
  /** A problem by its slug, or in general where it is none that is known here. */
  const told = (came: string) => {
    const key = `desk.togetherCame.${came}`;
    return i18n.exists(key)
      ? i18n.t(key as 'desk.togetherCame.other')
      : t('desk.togetherCame.other');
  };
  return (
    <div role="status">
      <ul className="findings">
        {results.map(({ id, outcome }) => (
          <li key={id}>
            <Link href={`/desk/cases/${id}`} className="code">
              {id}
            </Link>
            <p className={outcome === 'DECIDED' ? 'good' : 'bad'}>{told(outcome)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
