import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Facts } from '../parts/facts.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { BatchStanding } from './batch-standing.tsx';
import { aBatch, type Batch, hasEnded } from './batch-state.ts';
import { Chase } from './chase.tsx';
import { sizeInWords } from './chosen-file.ts';
import type { Outcome } from './outcome.ts';
import { Outcomes } from './outcomes.tsx';
import { Results } from './results.tsx';
import { Rows } from './rows.tsx';

/** One batch as its agent watches it to its end, and works off what is left to do. */
export function BatchPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(aBatch(id));
  return (
    <Page title={t('agentsBatch.title')}>
      {!data && isFetching && <Loading />}
      {error && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Sections of={data} />}
      <p className="apart">
        <Link href="/agents">{t('agentsBatch.back')}</Link>
      </p>
    </Page>
  );
}

function Sections({ of }: { readonly of: Batch }) {
  const { t, i18n } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  const { id, createdAt, format, bytes, encoding, rows, counts } = of;
  const ended = hasEnded(of);
  return (
    <>
      <BatchStanding of={of} />
      <Facts
        facts={[
          [t('agentsBatch.number'), id],
          [t('agentsBatch.created'), inWords(createdAt, i18n.language)],
          [t('agentsBatch.file'), `${format} · ${sizeInWords(bytes, i18n.language)}`],
          [t('agentsBatch.encoding'), encoding],
        ]}
      />
      {rows !== undefined && (
        <>
          <Outcomes counts={counts} chosen={outcome} choose={setOutcome} />
          <Rows key={`${outcome} ${ended}`} id={id} outcome={outcome} ended={ended} />
          {ended && (
            <>
              <Chase id={id} />
              <Results id={id} />
            </>
          )}
        </>
      )}
    </>
  );
}
