import { useTranslation } from 'react-i18next';
import { legalDateOf } from '#functions/shared/days.ts';
import { call } from '../../api/call.ts';
import type { Output } from '../../api/routes.ts';
import { Facts } from '../../parts/facts.tsx';
import { dayInWords, inWords } from '../../parts/moment.ts';
import { useAct } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { isDay } from '../day.ts';
import { Faults } from '../faults.tsx';
import { TextField } from '../fields.tsx';
import { useOfficial } from '../official.ts';
import { ReasonField } from '../reason-field.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import { Who } from '../who.tsx';

type Entry = Output<'POST /v1/list-entries/search'>['entries'][number];

/** One entry of a list: of what authority, for how long, who entered it and why; and its ending. */
export function EntryCard({ of: entry }: { readonly of: Entry }) {
  const { t, i18n } = useTranslation();
  const { isSupervisor } = useOfficial();
  const { list, ground, from, until, source, officer, number } = entry;
  const today = legalDateOf(Date.now());
  const holds = from <= today && (until === undefined || today <= until);
  const day = (it: string) => dayInWords(it, i18n.language);
  const said = (by: string, at: string) => (
    <>
      <Who is={by} /> · {inWords(at, i18n.language)}
    </>
  );
  return (
    <li>
      <h3>
        {t(`listName.${list}`)} · {t(`listGround.${ground}`, { defaultValue: ground })}
      </h3>
      <p className={holds ? 'wrong' : 'good'}>
        {t(holds ? 'supervisionLists.holds' : 'supervisionLists.holdsNot')}
      </p>
      <Facts
        facts={[
          [t('supervisionLists.entryNumber'), number],
          [t('supervisionLists.source'), source],
          [t('supervisionLists.from'), day(from)],
          [t('supervisionLists.until'), until ? day(until) : t('supervisionLists.forGood')],
          [t('supervisionLists.officer'), officer],
          [t('supervision.reason'), entry.reason],
          [t('supervisionLists.enteredBy'), said(entry.enteredBy, entry.enteredAt)],
          [
            t('supervisionLists.endedBy'),
            entry.endedBy && entry.endedAt && said(entry.endedBy, entry.endedAt),
          ],
          [t('supervisionLists.endedBecause'), entry.endedBecause],
        ]}
      />
      {isSupervisor && entry.endedAt === undefined && <Ending of={entry} />}
    </li>
  );
}

function Ending({ of: { id, version } }: { readonly of: Entry }) {
  const { t } = useTranslation();
  const { value, type, clear } = useTyped(`ending ${id}`, { until: '', reason: '' });
  const { isTried, maySend } = useTried();
  const body = { until: value.until.trim(), reason: value.reason.trim() };
  const ending = useAct(
    () => call('POST /v1/list-entries/{id}/ending', { parameters: { id }, version, body }),
    ['list-entries'],
    clear,
  );
  const faults =
    body.until !== '' && !isDay(body.until) ? [{ pointer: '/until', detail: 'NOT_A_DAY' }] : [];
  return (
    <details>
      <summary>{t('supervisionLists.end')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isWhole = body.until !== '' && body.reason !== '' && faults.length === 0;
          if (maySend(isWhole)) ending.mutate(undefined);
        }}
      >
        <TextField
          label={t('supervisionLists.lastDay')}
          hint={t('supervisionLists.lastDayHint')}
          value={value.until}
          onType={(until) => type({ ...value, until })}
          isNumber
          isMissed={isTried}
        />
        <ReasonField
          value={value.reason}
          onType={(reason) => type({ ...value, reason })}
          lines={2}
          isMissed={isTried}
        />
        {isTried && faults.length > 0 && <Faults faults={faults} of={body} />}
        <ActNote error={ending.error} sent={body} />
        <p>
          <button type="submit" disabled={ending.isPending}>
            {t('supervisionLists.endSubmit')}
          </button>
        </p>
      </form>
    </details>
  );
}
