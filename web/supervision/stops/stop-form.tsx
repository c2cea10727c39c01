import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useAct, useKeys } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { TextField } from '../fields.tsx';
import { Grave } from '../grave.tsx';
import { useOfficial } from '../official.ts';
import { Radios } from '../radios.tsx';
import { ReasonField } from '../reason-field.tsx';
import { RegistrarChoice } from '../registrars.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import { SCOPES, type StopScope, useScopeName } from './a-stop.ts';

interface Typed {
  readonly kind: StopScope['kind'];
  /** what it is of, by kind: each keeps what was typed for it */
  readonly ids: Readonly<Record<string, string>>;
  readonly reason: string;
}

const scopeOf = ({ kind, ids }: Typed): StopScope =>
  kind === 'ALL' ? { kind } : { kind, id: (ids[kind] ?? '').trim() };

/** A new stop: one supervisor is enough, so he is asked twice. */
export function StopForm() {
  const { t } = useTranslation();
  const { registrars } = useOfficial();
  const { value, type, clear } = useTyped<Typed>('stop', {
    kind: 'REGISTRAR',
    ids: { REGISTRAR: registrars[0] ?? '' },
    reason: '',
  });
  const { isTried, maySend } = useTried();
  const scopeName = useScopeName();
  const keys = useKeys();
  const scope = scopeOf(value);
  const body = { scope, reason: value.reason.trim() };
  const stopping = useAct(
    (sent: typeof body) => call('POST /v1/stops', { body: sent, idempotencyKey: keys.keyOf(sent) }),
    ['stops'],
    () => {
      keys.arrived();
      clear();
    },
  );
  const isWhole = body.reason !== '' && (scope.kind === 'ALL' || scope.id !== '');
  const ofWhat = (id: string) => type({ ...value, ids: { ...value.ids, [value.kind]: id } });
  return (
    <section aria-labelledby="new" className="choice">
      <h2 id="new">{t('supervisionStops.new')}</h2>
      <p className="hint">{t('supervisionStops.newText')}</p>
      <Radios
        legend={t('supervisionStops.scope')}
        name="scope"
        value={value.kind}
        choices={SCOPES.map((kind) => [kind, t(`supervisionStops.scopes.${kind}`)])}
        onChoose={(kind) => type({ ...value, kind })}
      />
      {scope.kind === 'REGISTRAR' && (
        <RegistrarChoice label={t('supervision.registrar')} value={scope.id} onChoose={ofWhat} />
      )}
      {scope.kind !== 'REGISTRAR' && scope.kind !== 'ALL' && (
        <TextField
          label={t(`supervisionStops.id.${scope.kind}`)}
          hint={t(`supervisionStops.idHint.${scope.kind}`)}
          value={value.ids[scope.kind] ?? ''}
          onType={ofWhat}
          isMissed={isTried}
        />
      )}
      <ReasonField
        hint={t('supervisionStops.reasonHint')}
        value={value.reason}
        onType={(reason) => type({ ...value, reason })}
        isMissed={isTried}
      />
      <ActNote error={stopping.error} sent={body} />
      {stopping.isSuccess && <p role="status">{t('supervisionStops.done')}</p>}
      <div className="line">
        <Grave
          label={t('supervisionStops.stop')}
          title={t('supervisionStops.sureTitle')}
          disabled={stopping.isPending}
          mayAsk={() => maySend(isWhole)}
          act={() => stopping.mutate(body)}
        >
          <p>{t('supervisionStops.sureText', { name: scopeName(scope) })}</p>
          <p className="says">{body.reason}</p>
        </Grave>
      </div>
    </section>
  );
}
