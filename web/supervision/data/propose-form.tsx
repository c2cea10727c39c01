import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../../api/call.ts';
import { useAct, useKeys } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { isDay } from '../day.ts';
import { Faults } from '../faults.tsx';
import { TextField } from '../fields.tsx';
import { ReasonField } from '../reason-field.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import type { Content } from './an-edition.ts';
import { difference } from './difference.ts';
import { type Draft, drafted, draftOf } from './draft.ts';
import { Editor } from './editor.tsx';
import { Difference } from './said.tsx';

interface ProposeFormProps {
  readonly kind: Draft['kind'];
  readonly item: string;
  /** division; '' = for all */
  readonly registrar: string;
  readonly present: Content | undefined;
  /** the present is that of this registrar, not of the one that was chosen before */
  readonly isCurrent: boolean;
}

/** The edition as it is typed, and always below it in what it differs from what counts today. */
export function ProposeForm({ kind, item, registrar, present, isCurrent }: ProposeFormProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const draft = useTyped<Draft>(`edition ${kind} ${item}`, draftOf(kind, item, present));
  const { value, type } = useTyped(`edition ${kind} ${item} because`, { from: '', reason: '' });
  const { isTried, maySend } = useTried();
  const keys = useKeys();
  const { content, faults } = drafted(draft.value);
  const isSame = difference(present, content).length === 0;
  const [from, reason] = [value.from.trim(), value.reason.trim()];
  const body = { content, from, reason, ...(registrar !== '' && { registrar }) };
  const proposing = useAct(
    (sent: typeof body) =>
      call('POST /v1/editions', { body: sent, idempotencyKey: keys.keyOf(sent) }),
    ['editions'],
    ({ id }) => navigate(`/data/editions/${id}`),
  );
  const unread = [
    ...faults,
    ...(from !== '' && !isDay(from) ? [{ pointer: '/from', detail: 'NOT_A_DAY' }] : []),
  ];
  const send = () => {
    const isWhole = from !== '' && reason !== '' && unread.length === 0;
    if (maySend(isWhole)) proposing.mutate(body);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Editor draft={draft.value} onType={draft.type} />
      <TextField
        label={t('supervisionData.from')}
        hint={t('supervisionData.fromHint')}
        value={value.from}
        onType={(day) => type({ ...value, from: day })}
        isNumber
        isMissed={isTried}
      />
      <ReasonField
        value={value.reason}
        onType={(text) => type({ ...value, reason: text })}
        isMissed={isTried}
      />
      <section aria-labelledby="difference">
        <h2 id="difference">{t('supervisionData.differenceTitle')}</h2>
        <Difference before={present} after={content} />
      </section>
      {isTried && unread.length > 0 && <Faults faults={unread} of={body} />}
      {!isTried && <ActNote error={proposing.error} sent={body} />}
      <p className="hint">{t('supervisionData.sendHint')}</p>
      <p>
        <button
          type="submit"
          className="main"
          disabled={proposing.isPending || !isCurrent || isSame}
        >
          {t('supervisionData.send')}
        </button>
      </p>
    </form>
  );
}
