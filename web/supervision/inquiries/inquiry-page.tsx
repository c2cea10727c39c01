import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import { Facts } from '../../parts/facts.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { FormData } from '../../parts/form-data.tsx';
import { Loading } from '../../parts/loading.tsx';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { useRegistrarName } from '../registrars.tsx';
import { Who } from '../who.tsx';
import { Work } from '../work.tsx';
import { ActForm } from './act-form.tsx';
import type { Inquiry } from './open-acts.ts';

/** One inquiry: what the person says, what is registered, what was done, and what may be done. */
export function InquiryPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['inquiry', id],
    queryFn: () => call('GET /v1/inquiries/{id}', { parameters: { id } }),
    gcTime: 0,
  });
  return (
    <Work
      title={t('supervisionInquiries.title')}
      above={[['/inquiries', t('supervision.door.inquiries')]]}
    >
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Whole of={data} />}
      {data && <ActForm of={data} />}
    </Work>
  );
}

const GOOD: readonly Inquiry['state'][] = ['DECLINED', 'REJECTED'];

function Whole({ of }: { readonly of: Inquiry }) {
  const { t, i18n } = useTranslation();
  const nameOf = useRegistrarName();
  const at = (instant: string) => inWords(instant, i18n.language);
  const { state, registrar, uscc, business, person, acts, statement, check } = of;
  const { name, head, type, established } = business.face;
  return (
    <>
      <p className={GOOD.includes(state) ? 'state good' : 'state'} role="status">
        {t(`supervisionInquiries.state.${state}`)}
      </p>
      <Facts
        facts={[
          [
            t('supervisionInquiries.number'),
            <span className="code" key="id">
              {of.id}
            </span>,
          ],
          [t('supervision.registrar'), nameOf(registrar)],
          [t('supervisionInquiries.opened'), at(of.openedAt)],
          [t('supervisionInquiries.due'), at(of.due)],
          [t('supervisionInquiries.noticeUntil'), of.noticeUntil && at(of.noticeUntil)],
        ]}
      />
      <section aria-labelledby="says">
        <h2 id="says">{t('supervisionInquiries.says')}</h2>
        {check !== undefined && <p>{t('supervisionInquiries.byCheck', { check })}</p>}
        <blockquote className="says">{statement ?? t('supervisionInquiries.noWords')}</blockquote>
        {person && (
          <>
            <p>
              {t('supervisionInquiries.parts', {
                parts: person.parts.map((it) => t(`field.${it as 'owner'}`)).join(' · '),
              })}
            </p>
            <p className={person.signed ? '' : 'wrong'}>
              {t(person.signed ? 'supervisionInquiries.signed' : 'supervisionInquiries.unsigned')}
            </p>
            <FormData data={person.entry ?? {}} />
          </>
        )}
      </section>
      <section aria-labelledby="business">
        <h2 id="business">{t('supervisionInquiries.business')}</h2>
        <p className={business.status === 'ANNULLED' ? 'wrong' : 'good'}>
          {t(`business.${business.status}`)}
        </p>
        <Facts
          facts={[
            [t('business.name'), name ?? t('business.unnamed')],
            [
              t('business.uscc'),
              <Link href={`~/register/${uscc}`} className="code" key={uscc}>
                {uscc}
              </Link>,
            ],
            [t('business.head'), head],
            [t('business.type'), type],
            [t('business.established'), dayInWords(established, i18n.language)],
          ]}
        />
      </section>
      <section aria-labelledby="acts">
        <h2 id="acts">{t('supervisionInquiries.acts')}</h2>
        {acts.length === 0 ? (
          <p>{t('supervisionInquiries.noActs')}</p>
        ) : (
          <Stacked
            caption={t('supervisionInquiries.actsCaption')}
            heads={[
              t('supervisionInquiries.what'),
              t('supervisionInquiries.when'),
              t('supervisionInquiries.by'),
              t('supervision.reason'),
            ]}
            rows={acts.map((act) => ({
              key: act.at,
              cells: [
                t(`supervisionInquiries.act.${act.act}`),
                at(act.at),
                <Who is={act.by} key="by" />,
                act.reason,
              ],
            }))}
          />
        )}
      </section>
    </>
  );
}
