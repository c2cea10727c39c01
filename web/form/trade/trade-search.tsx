import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Field } from '../field.tsx';
import { BundleList } from './bundle-list.tsx';
import { FoundItems } from './found-items.tsx';
import { suggestionsFor } from './queries.ts';
import type { Bundle } from './scope-answers.ts';
import { useLast } from './use-last.ts';
import { useSettled } from './use-settled.ts';

interface TradeSearchProps {
  readonly type: string | undefined;
  readonly bundles: UseQueryResult<{ readonly bundles: readonly Bundle[] }>;
  /** the bundle that is chosen */
  readonly chosen: string | undefined;
  /** items that are chosen */
  readonly wordings: readonly string[];
  readonly take: (bundle: Bundle) => void;
  readonly add: (wording: string) => void;
}

/** Bundles and items by what people say; all bundles where nothing is said. */
export function TradeSearch({ type, bundles, chosen, wordings, take, add }: TradeSearchProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim().slice(0, 100));
  const search = useQuery(suggestionsFor(words, i18n.language));
  const last = useLast(search.data);
  const found = words === '' ? undefined : last;
  const all = (bundles.data?.bundles ?? []).filter(({ types }) => fits(types, type));
  const takeAndClose = (bundle: Bundle) => {
    setTyped('');
    take(bundle);
  };
  return (
    <search>
      <Field label={t('tradeSell.search')} hint={t('tradeSell.searchHint')}>
        {(input) => (
          <input
            {...input}
            type="search"
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
      </Field>
      <div role="status" className="unseen">
        {found &&
          !search.isFetching &&
          t('tradeSell.found', { bundles: found.bundles.length, items: found.items.length })}
      </div>
      {search.isFetching && !found && <Loading />}
      {search.error && !search.isFetching && words !== '' && (
        <FailureNote error={search.error} retry={() => void search.refetch()} />
      )}
      {found && (
        <>
          {found.notInCatalogue.length > 0 && (
            <p className="note">
              {t('tradeSell.notCovered', { words: found.notInCatalogue.join(', ') })}
            </p>
          )}
          {found.items.length + found.bundles.length === 0 && (
            <p className="note">{t('tradeSell.notFound')}</p>
          )}
          {found.bundles.length > 0 && <h2>{t('tradeSell.bundles')}</h2>}
          <BundleList bundles={found.bundles} type={type} chosen={chosen} take={takeAndClose} />
          {found.items.length > 0 && <h2>{t('tradeSell.items')}</h2>}
          <FoundItems
            items={found.items.map(({ item }) => item)}
            chosen={wordings}
            type={type}
            add={add}
          />
        </>
      )}
      {words === '' && (
        <details open={chosen === undefined && wordings.length === 0}>
          <summary>{t('tradeSell.allBundles')}</summary>
          <p className="hint">{t('tradeSell.bundleHint')}</p>
          {bundles.isFetching && !bundles.data && <Loading />}
          {bundles.error && !bundles.isFetching && (
            <FailureNote error={bundles.error} retry={() => void bundles.refetch()} />
          )}
          <BundleList bundles={all} type={type} chosen={chosen} take={takeAndClose} />
        </details>
      )}
    </search>
  );
}

const fits = (types: readonly string[], type: string | undefined): boolean =>
  type === undefined || types.includes(type);
