import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { legalDateOf } from '#functions/shared/days.ts';
import { callPage } from '../../api/call.ts';
import { dayInWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { useOfficial } from '../official.ts';
import { More, usePages } from '../pages-of.tsx';
import { RegistrarChoice } from '../registrars.tsx';
import { Work } from '../work.tsx';

/** Checks after the event that are due at one registrar, the soonest first. */
export function ChecksPage() {
  const { t, i18n } = useTranslation();
  const { registrars } = useOfficial();
  const [registrar, choose] = useState(registrars[0] ?? '');
  const list = usePages(['checks', registrar], (from) =>
    callPage('GET /v1/post-checks', { query: { registrar, limit: 50, ...from } }),
  );
  const checks = list.data?.pages.flatMap(({ page }) => page.checks) ?? [];
  const today = legalDateOf(Date.now());
  return (
    <Work title={t('supervision.door.checks')} lead={t('supervisionChecks.lead')}>
      <RegistrarChoice label={t('supervision.registrar')} value={registrar} onChoose={choose} />
      {list.data && checks.length === 0 && <p>{t('supervisionChecks.none')}</p>}
      {checks.length > 0 && (
        <Stacked
          caption={t('supervisionChecks.caption')}
          heads={[
            t('supervisionChecks.licence'),
            t('supervisionChecks.class'),
            t('supervisionChecks.due'),
          ]}
          rows={checks.map((check) => ({
            key: check.uscc,
            isGrave: check.due < today,
            cells: [
              <Link href={`/checks/${check.uscc}`} className="code" key={check.uscc}>
                {check.uscc}
              </Link>,
              t(`supervisionChecks.classes.${check.class}`),
              <>
                {dayInWords(check.due, i18n.language)}
                {check.due < today && <span className="wrong"> {t('supervision.overdue')}</span>}
              </>,
            ],
          }))}
        />
      )}
      <More of={list} />
    </Work>
  );
}
