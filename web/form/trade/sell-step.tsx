import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { Approvals } from './approvals.tsx';
import { Categories } from './categories.tsx';
import { ChosenItems } from './chosen-items.tsx';
import { type Scope, withBundle, withScope, withWording } from './chosen-wordings.ts';
import { Filings } from './filings.tsx';
import { bundlesIn, previewOf } from './queries.ts';
import type { Bundle } from './scope-answers.ts';
import { ScopeFindings } from './scope-findings.tsx';
import { ScopeOutcome } from './scope-outcome.tsx';
import './trade.css';
import { TradeSearch } from './trade-search.tsx';
import { useLast } from './use-last.ts';

/** Members of the form that this step asks for. */
export const SELL_POINTERS: readonly string[] = ['/scope', '/filings', '/approvals'];

/** What will be sold: found by plain words, chosen as a bundle and items, and what it comes to. */
export function SellStep({ form, change, preCheck }: StepProps) {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const bundles = useQuery(bundlesIn(i18n.language));
  const { type, registrar, scope = {} } = form;
  const isEmpty = !scope.bundle && !scope.items?.length;
  const bundle = bundles.data?.bundles.find(({ id }) => id === scope.bundle?.id);
  const previewed = useQuery({
    ...previewOf({ type, registrar, scope }, i18n.language),
    enabled: !isEmpty,
  });
  const last = useLast(previewed.data);
  const preview = isEmpty ? undefined : last;
  const choose = (to: (scope: Scope | undefined) => Scope, of: Bundle | undefined = bundle) =>
    change((it) => withScope(it, to(it.scope), of?.core ?? []));
  const add = (wording: string) => choose((it) => withWording(it, bundle?.core ?? [], wording));
  // whatever was pressed may be gone: what became of it is read out
  const show = () => heading.current?.focus();

  return (
    <div className="trade">
      <TradeSearch
        type={type}
        bundles={bundles}
        chosen={scope.bundle?.id}
        wordings={preview?.items.map(({ wording }) => wording) ?? []}
        take={(one) => {
          choose((it) => withBundle(it, one), one);
          show();
        }}
        add={add}
      />
      <section aria-labelledby="chosen" className="field">
        <h2 id="chosen" tabIndex={-1} ref={heading}>
          {t('tradeSell.chosen')}
        </h2>
        {isEmpty && <p className="hint">{t('tradeSell.nothing')}</p>}
        <ScopeFindings
          findings={[...findingsAt(preCheck, '/scope'), ...(preview?.findings ?? [])]}
        />
        {!isEmpty && (
          <ChosenItems
            scope={scope}
            bundle={bundle}
            preview={preview}
            choose={choose}
            show={show}
          />
        )}
        {previewed.isFetching && !preview && <Loading />}
        {previewed.error && !previewed.isFetching && (
          <FailureNote error={previewed.error} retry={() => void previewed.refetch()} />
        )}
      </section>
      {preview && (
        <>
          <ScopeOutcome of={preview} />
          <Approvals form={form} change={change} preCheck={preCheck} items={preview.items} />
          <Filings form={form} change={change} preCheck={preCheck} items={preview.items} />
          <Categories
            of={preview.categories}
            add={(wording) => {
              add(wording);
              show();
            }}
          />
        </>
      )}
    </div>
  );
}
