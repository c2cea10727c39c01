import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../not-found.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useOfficial } from '../official.ts';
import { Work } from '../work.tsx';
import { isKind, type Kind, useBundles, useEditions, usePublished } from './an-edition.ts';
import { EditionsTable } from './editions-table.tsx';
import { ForWhom } from './for-whom.tsx';
import { Items } from './items.tsx';
import { presentOf } from './present.ts';
import { Said } from './said.tsx';
import { SwitchesForm } from './switches-form.tsx';

export const KindPage = ({ of }: { readonly of: string }) =>
  isKind(of) ? <OneKind kind={of} /> : <NotFound />;

/** One kind of published data: what counts today, how to change it, and every edition that was. */
function OneKind({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const [registrar, choose] = useState('');
  const published = usePublished(registrar);
  const data = published.isPlaceholderData ? undefined : published.data;
  const bundles = useBundles(kind === 'BUNDLE');
  const editions = useEditions(kind);
  const error = published.error ?? bundles.error ?? editions.error;
  const retry = () =>
    Promise.all([published.refetch(), kind === 'BUNDLE' && bundles.refetch(), editions.refetch()]);
  const present =
    data && (kind === 'LIMITS' || kind === 'STOP_LIST') ? presentOf(kind, '', data, []) : undefined;
  return (
    <Work
      title={t(`supervisionData.kind.${kind}`)}
      lead={t(`supervisionData.kindText.${kind}`)}
      above={[['/data', t('supervision.door.data')]]}
      isForHeads
    >
      {error && <FailureNote error={error} retry={() => void retry()} />}
      {!data && !error && <Loading />}
      <ForWhom kind={kind} registrar={registrar} choose={choose} />
      <section aria-labelledby="present">
        <h2 id="present">{t('supervisionData.present')}</h2>
        {present && <Said content={present} caption={t('supervisionData.presentCaption')} />}
        {data && kind === 'SWITCHES' && (
          <SwitchesForm published={data} registrar={registrar} key={registrar} />
        )}
        {data && (kind === 'BUNDLE' ? bundles.data : true) && kind !== 'SWITCHES' && (
          <Items
            kind={kind}
            published={data}
            bundles={bundles.data ?? []}
            mayPropose={isSupervisor}
          />
        )}
      </section>
      <section aria-labelledby="editions">
        <h2 id="editions">{t('supervisionData.editions')}</h2>
        {editions.data?.length === 0 && <p>{t('supervisionData.noEditions')}</p>}
        {data && editions.data && editions.data.length > 0 && (
          <EditionsTable
            caption={t('supervisionData.editionsCaption')}
            editions={editions.data}
            all={editions.data}
            today={data.on}
          />
        )}
      </section>
    </Work>
  );
}
