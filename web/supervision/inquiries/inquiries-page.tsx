import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { callPage } from '../../api/call.ts';
import { inWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { useOfficial } from '../official.ts';
import { More, usePages } from '../pages-of.tsx';
import { RegistrarChoice } from '../registrars.tsx';
import { Work } from '../work.tsx';

/** Open inquiries of one registrar, the soonest due first. */
export function InquiriesPage() {
  const { t, i18n } = useTranslation();
  const { registrars } = useOfficial();
  const [registrar, choose] = useState(registrars[0] ?? '');
  const list = usePages(['inquiries', registrar], (from) =>
    callPage('GET /v1/inquiries', { query: { registrar, limit: 50, ...from } }),
  );
  const inquiries = list.data?.pages.flatMap(({ page }) => page.inquiries) ?? [];
  const isOver = (due: string) => Date.parse(due) < Date.now();
  return (
    <Work title={t('supervision.door.inquiries')} lead={t('supervisionInquiries.lead')}>
      <RegistrarChoice label={t('supervision.registrar')} value={registrar} onChoose={choose} />
      {list.data && inquiries.length === 0 && <p>{t('supervisionInquiries.none')}</p>}
      {inquiries.length > 0 && (
        <Stacked
          caption={t('supervisionInquiries.caption')}
          heads={[
            t('supervisionInquiries.inquiry'),
            t('supervisionInquiries.licence'),
            t('supervisionInquiries.due'),
          ]}
          rows={inquiries.map(({ id, uscc, due }) => ({
            key: id,
            isGrave: isOver(due),
            cells: [
              <Link href={`/inquiries/${id}`} className="code" key={id}>
                {id}
              </Link>,
              <Link href={`~/register/${uscc}`} className="code" key={uscc}>
                {uscc}
              </Link>,
              <>
                {inWords(due, i18n.language)}
                {isOver(due) && <span className="wrong"> {t('supervision.overdue')}</span>}
              </>,
            ],
          }))}
        />
      )}
      <More of={list} />
    </Work>
  );
}
