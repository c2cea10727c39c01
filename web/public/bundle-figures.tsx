import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { Shares } from './shares.tsx';

type Bundles = Output<'GET /v1/statistics'>['weeks'][number]['bundles'];

/** The same by bundle; those that are too few to be told alone are told together. */
export function BundleFigures({ bundles }: { readonly bundles: Bundles }) {
  const { t } = useTranslation();
  // without their names, the numbers of the bundles still say which they are
  const { data } = useQuery({
    queryKey: ['bundles'],
    queryFn: () => call('GET /v1/scope/bundles', { query: {} }),
  });
  const named = (id: string): string => {
    if (id === 'NONE' || id === 'OTHER') return t(`statistics.bundle.${id}`);
    return data?.bundles.find((it) => it.id === id)?.name ?? id;
  };
  return (
    <section aria-labelledby="by-bundle">
      <h2 id="by-bundle">{t('statistics.bundlesTitle')}</h2>
      <p className="hint">{t('statistics.bundlesHint')}</p>
      <ul className="bundle-figures">
        {bundles.map(({ bundles: ids, decided, automatic, returned, referred }) => (
          <li key={ids.join()}>
            <h3>{ids.map(named).join(' · ')}</h3>
            <p className="hint">{t('statistics.pieces', { count: decided })}</p>
            <Shares automatic={automatic} returned={returned} referred={referred} />
          </li>
        ))}
      </ul>
    </section>
  );
}
