import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../not-found.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useOfficial } from '../official.ts';
import { Work } from '../work.tsx';
import { isKind, useBundles, usePublished } from './an-edition.ts';
import type { Draft } from './draft.ts';
import { ForWhom } from './for-whom.tsx';
import { presentOf } from './present.ts';
import { ProposeForm } from './propose-form.tsx';

interface ProposePageProps {
  readonly of: string;
  /** bundle or year; '' where there is but one */
  readonly item: string;
}

const isItem = (kind: Draft['kind'], item: string): boolean => {
  if (kind === 'CALENDAR') return /^20\d\d$/.test(item);
  return kind === 'BUNDLE' ? /^B\d\d$/.test(item) : item === '';
};

export const ProposePage = ({ of, item }: ProposePageProps) =>
  isKind(of) && of !== 'SWITCHES' && isItem(of, item) ? (
    <Proposing kind={of} item={item} />
  ) : (
    <NotFound />
  );

/** The next edition of something, made from the present one. */
function Proposing({ kind, item }: { readonly kind: Draft['kind']; readonly item: string }) {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const [registrar, choose] = useState('');
  const published = usePublished(registrar);
  const bundles = useBundles(kind === 'BUNDLE');
  const error = published.error ?? bundles.error;
  const retry = () => Promise.all([published.refetch(), kind === 'BUNDLE' && bundles.refetch()]);
  const isThere = published.data && (kind !== 'BUNDLE' || bundles.data);
  const name = [t(`supervisionData.kind.${kind}`), item].filter(Boolean).join(' ');
  return (
    <Work
      title={t('supervisionData.proposeOf', { name })}
      lead={t('supervisionData.proposeLead')}
      above={[
        ['/data', t('supervision.door.data')],
        [`/data/${kind}`, t(`supervisionData.kind.${kind}`)],
      ]}
      isForHeads
    >
      {error && <FailureNote error={error} retry={() => void retry()} />}
      {!isThere && !error && <Loading />}
      <ForWhom kind={kind} registrar={registrar} choose={choose} />
      {published.data && isThere && isSupervisor && (
        <ProposeForm
          kind={kind}
          item={item}
          registrar={registrar}
          isCurrent={!published.isPlaceholderData}
          present={presentOf(kind, item, published.data, bundles.data ?? [])}
        />
      )}
    </Work>
  );
}
