import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import type { Official } from './a-case.ts';
import { CaseTable } from './case-table.tsx';

/** Finds cases by number or exact name. What is searched stays out of the page's address. */
export function CaseSearch({ official }: { readonly official: Official }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const searching = useMutation({
    mutationFn: (q: string) => call('GET /v1/cases/search', { query: { q } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) searching.mutate(text.trim());
  };
  const found = searching.data?.cases;
  return (
    <>
      <search className="case-search-place">
        <form className="case-search" onSubmit={submit}>
          <label className="unseen" htmlFor="case-search">
            {t('desk.searchLabel')}
          </label>
          <input
            id="case-search"
            type="search"
            placeholder={t('desk.searchLabel')}
            maxLength={100}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" disabled={searching.isPending}>
            {t('desk.search')}
          </button>
        </form>
      </search>
      {searching.error && (
        <FailureNote error={searching.error} retry={() => searching.mutate(text.trim())} />
      )}
      {found && (
        <section className="found-cases note" aria-labelledby="found-cases">
          <h2 id="found-cases" role="status">
            {t('desk.found', { count: found.length })}
          </h2>
          {found.length > 0 && <CaseTable rows={found} official={official} />}
          <button type="button" onClick={() => searching.reset()}>
            {t('desk.closeFound')}
          </button>
        </section>
      )}
    </>
  );
}
