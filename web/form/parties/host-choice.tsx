import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { callPage } from '../../api/call.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Tick } from '../../parts/tick.tsx';
import type { Finding } from '../step.ts';
import { Fold } from './fold.tsx';
import { Group } from './group.tsx';
import { TextField } from './text-field.tsx';

interface HostChoiceProps {
  readonly registrar: string | undefined;
  readonly host: string | undefined;
  readonly findings: readonly Finding[];
  readonly onChange: (host: string | undefined) => void;
}

/** At whose address: a host of the registrar's district, or one whose number the person knows. */
export function HostChoice({ registrar = '', host, findings, onChange }: HostChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['hosts', registrar],
    queryFn: ({ pageParam: cursor }) =>
      callPage('GET /v1/hosts', { query: { registrar, ...(cursor && { cursor }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: registrar !== '',
  });
  const hosts = data?.pages.flatMap(({ page }) => page.hosts) ?? [];
  const isListed = hosts.some(({ id }) => id === host);
  return (
    <>
      <Group
        legend={t('parties.hosts.legend')}
        hint={t('parties.hosts.hint')}
        findings={isListed || host === undefined ? findings : []}
      >
        {data && hosts.length === 0 && <p>{t('parties.hosts.none')}</p>}
        {hosts.map(({ id, name: called, address, free }) => (
          <Tick
            key={id}
            among={name}
            label={called}
            hint={`${address} · ${t(free > 0 ? 'parties.hosts.free' : 'parties.hosts.full', { free })}`}
            checked={host === id}
            onChange={() => onChange(id)}
          />
        ))}
        {isFetching && <Loading />}
        {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
        {hasNextPage && !isFetching && (
          <button type="button" onClick={() => void fetchNextPage()}>
            {t('parties.hosts.more')}
          </button>
        )}
      </Group>
      <Fold
        summary={t('parties.hosts.other')}
        isNeeded={(error !== null && !isFetching) || (data !== undefined && !!host && !isListed)}
      >
        <TextField
          label={t('parties.hosts.number')}
          hint={t('parties.hosts.numberHint')}
          findings={isListed || host === undefined ? [] : findings}
          value={host}
          maxLength={40}
          spellCheck={false}
          autoCapitalize="characters"
          onChange={onChange}
        />
      </Fold>
    </>
  );
}
