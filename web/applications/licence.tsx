import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Qr } from '../parts/qr.tsx';
import { save } from '../parts/save.ts';
import { BusinessFacts } from '../public/business-facts.tsx';
import type { Application } from './an-application.ts';
import './licence.css';

/** The licence to show, print and keep: on paper it stands alone. Its code leads to what the register says of the business now. */
export function Licence({ of }: { readonly of: NonNullable<Application['licence']> }) {
  const { t, i18n } = useTranslation();
  const { uscc, licence } = of;
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['business', uscc],
    queryFn: () => call('GET /v1/register/{uscc}', { parameters: { uscc } }),
  });
  return (
    <section className="licence" aria-labelledby="licence">
      <h2 id="licence">{t('application.licenceTitle')}</h2>
      <p className="hint">{t('application.licenceText')}</p>
      {!data && !error && <Loading />}
      {error && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <BusinessFacts of={data} />}
      <Qr
        text={`${window.location.origin}/register/${uscc}`}
        label={t('application.qrAlt', { uscc })}
      />
      <p className="on-paper">{t('application.printedCopy')}</p>
      <p className="on-paper">
        {t('application.printedFrom', { at: inWords(dataUpdatedAt, i18n.language) })}
      </p>
      <p className="line">
        <button type="button" className="main" onClick={() => save(`${uscc}.txt`, licence)}>
          {t('application.download')}
        </button>
        <button type="button" disabled={!data} onClick={() => window.print()}>
          {t('application.print')}
        </button>
      </p>
    </section>
  );
}
