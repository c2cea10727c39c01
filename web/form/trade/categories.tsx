import { useTranslation } from 'react-i18next';
import type { Preview } from './scope-answers.ts';

type Category = Preview['categories'][number];

interface CategoriesProps {
  readonly of: readonly Category[];
  readonly add: (wording: string) => void;
}

const STATES = ['OPEN', 'AFTER_FILING', 'AFTER_PERMIT', 'NOT_IN_SCOPE', 'NEVER'] as const;

/** Which categories of selling platforms the scope opens, and what stands before the others. */
export function Categories({ of, add }: CategoriesProps) {
  const { t } = useTranslation();
  const byState = STATES.map((state) => ({ state, its: of.filter((it) => it.state === state) }));
  return (
    <section aria-labelledby="categories">
      <h2 id="categories">{t('tradeShop.title')}</h2>
      <p className="hint">{t('tradeShop.hint')}</p>
      {byState
        .filter(({ its }) => its.length > 0)
        .map(({ state, its }) => (
          <details key={state} open={state === 'OPEN'}>
            <summary>{t(`tradeShop.state.${state}`, { count: its.length })}</summary>
            <ul>
              {its.map((it) => (
                <li key={it.id}>
                  <CategoryLine of={it} add={add} />
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}

function CategoryLine({
  of: { name, blockedBy, wants, asks, because, state },
  add,
}: {
  readonly of: Category;
  readonly add: (wording: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {name}
      {because && <span className="hint"> {because}</span>}
      {blockedBy.map(({ what }) => (
        <span className="hint" key={what}>
          {' '}
          {t('tradeShop.blockedBy', { what })}
        </span>
      ))}
      {asks.length > 0 && state !== 'NOT_IN_SCOPE' && (
        <span className="hint"> {t('tradeShop.asks', { asks: asks.join('; ') })}</span>
      )}
      {wants.length > 0 && state !== 'NEVER' && (
        <span className="additions">
          {wants.slice(0, 2).map((wording) => (
            <button key={wording} type="button" onClick={() => add(wording)}>
              + <span lang="zh-Hans">{wording}</span>
            </button>
          ))}
        </span>
      )}
    </>
  );
}
