import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { legalDateOf } from '#functions/shared/days.ts';
import { callPage } from '../../api/call.ts';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { Stacked } from '../../parts/stacked.tsx';
import { isDay } from '../day.ts';
import { TextField } from '../fields.tsx';
import { More, usePages } from '../pages-of.tsx';
import { useRegistrarName } from '../registrars.tsx';

interface IssuedProps {
  readonly stop: string;
  /** the moment of the stop */
  readonly since: string;
}

/** What was issued in a stop's scope since a day, for re-examination: at first, that of the stop. */
export function Issued({ stop, since }: IssuedProps) {
  const { t } = useTranslation();
  const [typed, type] = useState(legalDateOf(since));
  const [day, look] = useState(legalDateOf(since));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay(typed)) look(typed);
        }}
      >
        <TextField
          label={t('supervisionStops.issuedSince')}
          hint={t('supervision.dayHint')}
          value={typed}
          onType={type}
          isNumber
        />
        <button type="submit">{t('supervisionStops.look')}</button>
      </form>
      <IssuedSince stop={stop} day={day} key={day} />
    </>
  );
}

function IssuedSince({ stop, day }: { readonly stop: string; readonly day: string }) {
  const { t, i18n } = useTranslation();
  const nameOf = useRegistrarName();
  const since = new Date(`${day}T00:00:00+08:00`).toISOString();
  const list = usePages(['issued', stop, day], (from) =>
    callPage('GET /v1/stops/{id}/issued', {
      parameters: { id: stop },
      query: { since, limit: 50, ...from },
    }),
  );
  const issued = list.data?.pages.flatMap(({ page }) => page.issued) ?? [];
  return (
    <>
      {list.data && !list.hasNextPage && issued.length === 0 && (
        <p role="status">{t('supervisionStops.issuedNone')}</p>
      )}
      {issued.length > 0 && (
        <Stacked
          caption={t('supervisionStops.issuedCaption', { day: dayInWords(day, i18n.language) })}
          heads={[
            t('supervisionStops.licence'),
            t('supervisionStops.issuedAt'),
            t('supervision.registrar'),
            t('supervisionStops.application'),
          ]}
          rows={issued.map(({ uscc, issuedAt, registrar, applicationId }) => ({
            key: uscc,
            cells: [
              <Link href={`~/register/${uscc}`} className="code" key={uscc}>
                {uscc}
              </Link>,
              inWords(issuedAt, i18n.language),
              nameOf(registrar),
              <span className="code" key={applicationId}>
                {applicationId}
              </span>,
            ],
          }))}
        />
      )}
      <More of={list} />
    </>
  );
}
