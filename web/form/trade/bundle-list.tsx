import { useQuery } from '@tanstack/react-query';
import { type ToggleEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ItemTags } from './item-tags.tsx';
import { previewOf } from './queries.ts';
import type { Bundle } from './scope-answers.ts';

interface BundleListProps {
  readonly bundles: readonly Bundle[];
  readonly type: string | undefined;
  readonly chosen: string | undefined;
  readonly take: (bundle: Bundle) => void;
}

/** Bundles with what they hold; one made for another kind of business says so and cannot be taken. */
export function BundleList({ bundles, type, chosen, take }: BundleListProps) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="bundles">
      {bundles.map((bundle) => {
        const { id, name, types } = bundle;
        const isOpen = type === undefined || types.some((it) => it === type);
        const suits = `tradeBundle.${id}`;
        return (
          <li key={id}>
            <div className="bundle">
              <p>
                <strong lang="zh-Hans">{name}</strong>
                {i18n.exists(suits) && (
                  <span className="hint">{t(`tradeBundle.${id as 'B01'}`)}</span>
                )}
              </p>
              {isOpen ? (
                <button
                  type="button"
                  onClick={() => take(bundle)}
                  disabled={id === chosen}
                  aria-label={t(id === chosen ? 'tradeSell.takenNamed' : 'tradeSell.takeNamed', {
                    name,
                  })}
                >
                  {t(id === chosen ? 'tradeSell.taken' : 'tradeSell.take')}
                </button>
              ) : (
                <p className="hint">
                  {t('tradeSell.onlyFor', {
                    kinds: types.map((it) => i18n.t(`value.${it as 'LIMITED_COMPANY'}`)).join(', '),
                  })}
                </p>
              )}
            </div>
            <Contents of={bundle} type={type} />
          </li>
        );
      })}
    </ul>
  );
}

/** What a bundle holds, which permits follow and what it opens: asked for when one looks. */
function Contents({ of, type }: { readonly of: Bundle; readonly type: string | undefined }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { id, version, core, options } = of;
  const { data, error, isFetching, refetch } = useQuery({
    ...previewOf({ type, scope: { bundle: { id, version } } }, i18n.language),
    enabled: isOpen,
  });
  const opened = data?.categories.filter(({ state }) => state === 'OPEN').map(({ name }) => name);
  return (
    <details
      onToggle={(event: ToggleEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('tradeSell.holds', { count: core.length })}</summary>
      <ul lang="zh-Hans">
        {core.map((wording) => (
          <li key={wording}>
            {wording} <ItemTags of={data?.items.find((it) => it.wording === wording)} />
          </li>
        ))}
      </ul>
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && (
        <p>
          {data.tasks.length > 0
            ? t('tradeSell.permits', { list: data.tasks.map(({ what }) => what).join('; ') })
            : t('tradeSell.noPermits')}
        </p>
      )}
      {opened && opened.length > 0 && <p>{t('tradeSell.opens', { list: opened.join(', ') })}</p>}
      {options.length > 0 && (
        <>
          <p className="hint">{t('tradeSell.optionsHint')}</p>
          <ul lang="zh-Hans">
            {options.map((wording) => (
              <li key={wording}>{wording}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
