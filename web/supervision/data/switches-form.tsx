import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Tick } from '../../parts/tick.tsx';
import { useAct, useKeys } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { Grave } from '../grave.tsx';
import { useOfficial } from '../official.ts';
import { ReasonField } from '../reason-field.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import type { ContentOf, Published } from './an-edition.ts';
import { LANES, presentOf } from './present.ts';
import { Difference } from './said.tsx';

interface SwitchesFormProps {
  readonly published: Published;
  /** division; '' = for all */
  readonly registrar: string;
}

const AREAS = [
  'CO',
  'NM',
  'SC',
  'AD',
  'PR',
  'CP',
  'ID',
  'OG',
  'EL',
  'BA',
  'AG',
  'RC',
  'OTHER',
] as const;
/** What a rule is about, by the letters before its number. */
const areaOf = (rule: string) => AREAS.find((area) => rule.startsWith(`${area}-`)) ?? 'OTHER';

/** Each rule and lane as a tick: off is at once and by one, on again takes another's word. */
export function SwitchesForm({ published, registrar }: SwitchesFormProps) {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const { value, type, clear } = useTyped<{
    readonly wanted: Readonly<Record<string, boolean>>;
    readonly reason: string;
  }>(`switches ${registrar}`, { wanted: {}, reason: '' });
  const { isTried, maySend } = useTried();
  const keys = useKeys();
  const { rules, switchedOff } = published;
  const off: readonly string[] = [...switchedOff.rules, ...switchedOff.lanes];
  const isOn = (item: string) => value.wanted[item] ?? !off.includes(item);
  const tick = (item: string) => (on: boolean) =>
    type({ ...value, wanted: { ...value.wanted, [item]: on } });

  const switched = [...LANES, ...rules.map(({ rule }) => rule)].filter(
    (item) => isOn(item) === off.includes(item),
  );
  const contents = switched.map((item): ContentOf<'SWITCHES'> => {
    const lane = LANES.find((it) => it === item);
    return { kind: 'SWITCHES', of: lane ? { lane } : { rule: item }, on: isOn(item) };
  });
  const reason = value.reason.trim();
  const sending = useAct(
    async (sent: readonly ContentOf<'SWITCHES'>[]) => {
      for (const content of sent) {
        const body = { content, reason, ...(registrar !== '' && { registrar }) };
        await call('POST /v1/editions', { body, idempotencyKey: keys.keyOf(body) });
      }
    },
    ['editions', 'published'],
    () => {
      keys.arrived();
      clear();
    },
  );
  const areas = AREAS.filter((area) => rules.some(({ rule }) => areaOf(rule) === area));
  return (
    <>
      <p className="hint">{t('supervisionData.ticked')}</p>
      <fieldset className="group" disabled={!isSupervisor}>
        <legend>{t('supervisionData.lanes')}</legend>
        {LANES.map((lane) => (
          <Tick
            key={lane}
            label={t(`supervisionData.lane.${lane}`)}
            checked={isOn(lane)}
            onChange={tick(lane)}
          />
        ))}
      </fieldset>
      {areas.map((area) => {
        const own = rules.filter(({ rule }) => areaOf(rule) === area);
        const offHere = own.filter(({ rule }) => off.includes(rule)).length;
        return (
          <details key={area}>
            <summary>
              {t(`supervisionData.area.${area}`)}
              {offHere > 0 && (
                <span className="wrong"> · {t('supervisionData.offHere', { count: offHere })}</span>
              )}
            </summary>
            <fieldset disabled={!isSupervisor}>
              <legend className="unseen">{t(`supervisionData.area.${area}`)}</legend>
              {own.map(({ rule, requires }) => (
                <Tick
                  key={rule}
                  label={rule}
                  hint={requires}
                  checked={isOn(rule)}
                  onChange={tick(rule)}
                />
              ))}
            </fieldset>
          </details>
        );
      })}
      {sending.isSuccess && contents.length === 0 && (
        <p role="status" className="note">
          {t('supervisionData.switched')}
        </p>
      )}
      {contents.length > 0 && (
        <section aria-labelledby="switching" className="choice">
          <h3 id="switching">{t('supervisionData.switching')}</h3>
          {contents.map((content, nth) => (
            <Difference
              key={switched[nth]}
              before={presentOf('SWITCHES', switched[nth] ?? '', published, [])}
              after={content}
            />
          ))}
          <ReasonField
            value={value.reason}
            onType={(text) => type({ ...value, reason: text })}
            isMissed={isTried}
          />
          <ActNote error={sending.error} sent={{ content: contents[0] }} />
          <div className="line">
            <Grave
              label={t('supervisionData.switch')}
              title={t('supervisionData.switchTitle')}
              disabled={sending.isPending}
              mayAsk={() => maySend(reason !== '')}
              act={() => sending.mutate(contents)}
            >
              <p>{t('supervisionData.switchText', { items: switched.join(', ') })}</p>
            </Grave>
            <button type="button" onClick={clear}>
              {t('supervisionData.undo')}
            </button>
          </div>
        </section>
      )}
    </>
  );
}
