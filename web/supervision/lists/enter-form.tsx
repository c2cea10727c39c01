import { useTranslation } from 'react-i18next';
import { ABOUT, LISTS, type List } from '#functions/party/lists.ts';
import { call } from '../../api/call.ts';
import { useAct, useKeys } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { isDay } from '../day.ts';
import { Faults } from '../faults.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { ReasonField } from '../reason-field.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import type { Subject } from './a-subject.ts';

const isList = (text: string): text is List => text in LISTS;
const listsOn = ({ kind }: Subject): List[] =>
  Object.keys(LISTS)
    .filter(isList)
    .filter((list) => ABOUT[list].includes(kind));

/** A new entry on a subject, of a list that may have one on it. */
export function EnterForm({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation();
  const lists = listsOn(subject);
  const first = lists[0] ?? 'CREDIT';
  const { value, type, clear } = useTyped(`entry ${subject.kind}`, {
    list: first,
    ground: LISTS[first][0] as string,
    number: '',
    from: '',
    until: '',
    source: '',
    officer: '',
    reason: '',
  });
  const { isTried, maySend } = useTried();
  const keys = useKeys();
  const texts = Object.fromEntries(
    (['number', 'from', 'until', 'source', 'officer', 'reason'] as const).map((it) => [
      it,
      value[it].trim(),
    ]),
  );
  const { number = '', from = '', until = '', source = '', officer = '', reason = '' } = texts;
  const { list, ground } = value;
  const body = {
    subject,
    number,
    list,
    ground,
    from,
    source,
    reason,
    ...(until !== '' && { until }),
    ...(list === 'FAVOURED' && officer !== '' && { officer }),
  };
  const entering = useAct(
    (sent: typeof body) =>
      call('POST /v1/list-entries', { body: sent, idempotencyKey: keys.keyOf(sent) }),
    ['list-entries'],
    () => {
      keys.arrived();
      clear();
    },
  );
  const faults = (['from', 'until'] as const).flatMap((it) => {
    const day = texts[it] ?? '';
    return day !== '' && !isDay(day) ? [{ pointer: `/${it}`, detail: 'NOT_A_DAY' }] : [];
  });
  const choose = (text: string) => {
    if (isList(text)) type({ ...value, list: text, ground: LISTS[text][0] });
  };
  const typed = (member: keyof typeof value) => (text: string) =>
    type({ ...value, [member]: text });
  return (
    <section aria-labelledby="enter" className="choice">
      <h3 id="enter">{t('supervisionLists.enter')}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isWhole = [number, from, source, reason].every((it) => it !== '');
          if (maySend(isWhole && faults.length === 0)) entering.mutate(body);
        }}
      >
        <div className="pairs">
          <ChoiceField
            label={t('supervisionLists.list')}
            value={list}
            onType={choose}
            choices={lists.map((it) => [it, t(`listName.${it}`)])}
          />
          <ChoiceField
            label={t('supervisionLists.ground')}
            value={ground}
            onType={typed('ground')}
            choices={LISTS[list].map((it) => [it, t(`listGround.${it}`)])}
          />
          <TextField
            label={t('supervisionLists.entryNumber')}
            hint={t('supervisionLists.numberHint')}
            value={value.number}
            onType={typed('number')}
            isMissed={isTried}
          />
          <TextField
            label={t('supervisionLists.source')}
            hint={t('supervisionLists.sourceHint')}
            value={value.source}
            onType={typed('source')}
            isMissed={isTried}
          />
          <TextField
            label={t('supervisionLists.from')}
            hint={t('supervision.dayHint')}
            value={value.from}
            onType={typed('from')}
            isNumber
            isMissed={isTried}
          />
          <TextField
            label={t('supervisionLists.untilOptional')}
            hint={t('supervision.dayHint')}
            value={value.until}
            onType={typed('until')}
            isNumber
          />
        </div>
        {list === 'FAVOURED' && (
          <TextField
            label={t('supervisionLists.officer')}
            hint={t('supervisionLists.officerHint')}
            value={value.officer}
            onType={typed('officer')}
          />
        )}
        <ReasonField value={value.reason} onType={typed('reason')} lines={2} isMissed={isTried} />
        {isTried && faults.length > 0 && <Faults faults={faults} of={body} />}
        <ActNote error={entering.error} sent={body} />
        {entering.isSuccess && <p role="status">{t('supervisionLists.entered')}</p>}
        <p>
          <button type="submit" className="main" disabled={entering.isPending}>
            {t('supervisionLists.enterSubmit')}
          </button>
        </p>
      </form>
    </section>
  );
}
