import { useTranslation } from 'react-i18next';
import { ItemTags } from './item-tags.tsx';
import type { ScopeItem } from './scope-answers.ts';

interface FoundItemsProps {
  readonly items: readonly ScopeItem[];
  readonly chosen: readonly string[];
  readonly type: string | undefined;
  readonly add: (wording: string) => void;
}

/** Single items, each of which may be added. */
export function FoundItems({ items, chosen, type, add }: FoundItemsProps) {
  const { t } = useTranslation();
  return (
    <ul className="items">
      {items.map((item) => {
        const { wording, individual } = item;
        const isChosen = chosen.includes(wording);
        const isClosed = individual === 'no' && type !== undefined && type !== 'LIMITED_COMPANY';
        return (
          <li key={wording}>
            <span>
              <span lang="zh-Hans">{wording}</span> <ItemTags of={item} />
              {isClosed && <span className="hint">{t('tradeSell.forCompanies')}</span>}
            </span>
            {!isClosed && (
              <button
                type="button"
                aria-disabled={isChosen}
                aria-label={t(isChosen ? 'tradeSell.addedNamed' : 'tradeSell.addNamed', {
                  wording,
                })}
                onClick={() => !isChosen && add(wording)}
              >
                {t(isChosen ? 'tradeSell.added' : 'tradeSell.add')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
