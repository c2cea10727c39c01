import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ofWhat } from '#functions/published/item.ts';
import { call } from '../../api/call.ts';
import { Facts } from '../../parts/facts.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { useRegistrarName } from '../registrars.tsx';
import { Who } from '../who.tsx';
import { Work } from '../work.tsx';
import { type Edition, useBundles, useEditions, usePublished } from './an-edition.ts';
import { EditionActs } from './edition-acts.tsx';
import { presentOf } from './present.ts';
import { Difference, Said } from './said.tsx';
import { standingOf } from './standing-of.ts';

/** One edition: what it says or changes, who said so, and what is still to be said. */
export function EditionPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['editions', 'one', id],
    queryFn: () => call('GET /v1/editions/{id}', { parameters: { id } }),
    refetchInterval: 15_000,
  });
  const kind = data?.content.kind;
  const title = data
    ? [t(`supervisionData.kind.${data.content.kind}`), ofWhat(data.content)].join(' ').trim()
    : t('supervisionData.edition');
  return (
    <Work
      title={title}
      above={[
        ['/data', t('supervision.door.data')],
        ...(kind ? [[`/data/${kind}`, t(`supervisionData.kind.${kind}`)] as const] : []),
      ]}
      isForHeads
    >
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Whole of={data} />}
    </Work>
  );
}

function Whole({ of: edition }: { readonly of: Edition }) {
  const { t, i18n } = useTranslation();
  const nameOf = useRegistrarName();
  const published = usePublished(edition.registrar ?? '');
  const isBundle = edition.content.kind === 'BUNDLE';
  const bundles = useBundles(isBundle);
  const editions = useEditions(edition.content.kind);
  const at = (instant: string) => inWords(instant, i18n.language);
  const { content, registrar, from, reason, state } = edition;
  const isThere = published.data && editions.data && (!isBundle || bundles.data);
  const error = published.error ?? bundles.error ?? editions.error;
  const standing =
    published.data && editions.data && standingOf(edition, editions.data, published.data.on);
  const said = (by: string | undefined, when: string | undefined) =>
    by &&
    when && (
      <>
        <Who is={by} /> · {at(when)}
      </>
    );
  return (
    <>
      {error && <FailureNote error={error} />}
      {standing && (
        <p className={`state standing ${standing.toLowerCase()}`} role="status">
          {t(`supervisionData.standings.${standing}`)}
        </p>
      )}
      <Facts
        facts={[
          [
            t('supervisionData.begins'),
            from ? dayInWords(from, i18n.language) : t('supervisionData.atOnce'),
          ],
          [t('supervisionData.forWhom'), registrar ? nameOf(registrar) : t('supervisionData.all')],
          [t('supervision.reason'), reason],
          [t('supervisionData.proposedBy'), said(edition.proposedBy, edition.proposedAt)],
          [t('supervisionData.confirmedBy'), said(edition.confirmedBy, edition.confirmedAt)],
          [t('supervisionData.withdrawnBy'), said(edition.withdrawnBy, edition.withdrawnAt)],
        ]}
      />
      {!isThere && !error && <Loading />}
      {published.data && isThere && (
        <section aria-labelledby="says">
          <h2 id="says">
            {t(
              state === 'PROPOSED'
                ? 'supervisionData.differenceTitle'
                : 'supervisionData.contentTitle',
            )}
          </h2>
          {state === 'PROPOSED' ? (
            <Difference
              before={presentOf(content.kind, ofWhat(content), published.data, bundles.data ?? [])}
              after={content}
            />
          ) : (
            <Said content={content} caption={t('supervisionData.contentCaption')} />
          )}
        </section>
      )}
      {standing && <EditionActs of={edition} standing={standing} />}
    </>
  );
}
