import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { Wrong } from '../parts/wrong.tsx';
import type { CaseView, Outcome, Ruling } from './a-case.ts';
import type { Draft } from './draft.ts';
import { KeyButton } from './key-button.tsx';
import { ReasonField } from './reason-field.tsx';
import { Reasons } from './reasons.tsx';
import { useRegistrars } from './use-registrars.ts';

interface DecideFormProps {
  readonly of: CaseView;
  readonly draft: Draft;
  readonly write: (change: Partial<Draft>) => void;
  readonly isSending: boolean;
  readonly decide: (ruling: Ruling) => void;
}

const OUTCOMES = [
  ['REGISTER', 'A'],
  ['RETURN', 'R'],
  ['REFUSE', undefined],
  ['HAND_OVER', undefined],
] as const satisfies readonly (readonly [Outcome, 'A' | 'R' | undefined])[];

/** What is missing before it can be sent. */
type Missing = 'outcome' | 'reason' | 'to';

const rulingOf = ({ outcome, reason: written, to }: Draft): Ruling | Missing => {
  const reason = written.trim();
  if (!outcome) return 'outcome';
  if (outcome === 'HAND_OVER' && !to) return 'to';
  if (reason === '') return 'reason';
  return outcome === 'HAND_OVER' ? { outcome, reason, to: to ?? '' } : { outcome, reason };
};

/** The decision and its reason. By keyboard: A or R, the reason, Escape out of the field, C. */
export function DecideForm({ of, draft, write, isSending, decide }: DecideFormProps) {
  const { t } = useTranslation();
  const { registrars, nameOf, error: unnamed, refetch } = useRegistrars();
  const [missing, setMissing] = useState<Missing>();
  const reason = useRef<HTMLTextAreaElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const ruling = rulingOf(draft);
    if (typeof ruling !== 'string') {
      setMissing(undefined);
      return decide(ruling);
    }
    setMissing(ruling);
    if (ruling === 'reason') reason.current?.focus();
  };
  const choose = (outcome: Outcome) => {
    write({ outcome });
    setMissing(undefined);
    reason.current?.focus();
  };
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') confirm.current?.focus();
  };
  const others = registrars.filter(
    ({ division, types }) => division !== of.registrar && types.some((it) => it === of.form.type),
  );
  return (
    <form onSubmit={send}>
      <fieldset className="outcomes">
        <legend>{t('deskCase.outcome')}</legend>
        {OUTCOMES.map(([outcome, key]) => {
          const pressed = { 'aria-pressed': draft.outcome === outcome } as const;
          const text = t(`application.outcome.${outcome}`);
          return key ? (
            <KeyButton key={outcome} shortcut={key} {...pressed} onClick={() => choose(outcome)}>
              {text}
            </KeyButton>
          ) : (
            <button key={outcome} type="button" {...pressed} onClick={() => choose(outcome)}>
              {text}
            </button>
          );
        })}
      </fieldset>
      {draft.outcome === 'HAND_OVER' && unnamed && (
        <FailureNote error={unnamed} retry={() => void refetch()} />
      )}
      {draft.outcome === 'HAND_OVER' && (
        <Field label={t('deskCase.to')} isWrong={missing === 'to'}>
          {(input) => (
            <Select
              {...input}
              value={draft.to ?? ''}
              options={[
                ['', t('deskCase.choose')],
                ...others.map(({ division }) => [division, nameOf(division)] as const),
              ]}
              onChoose={(to) => write({ to })}
            />
          )}
        </Field>
      )}
      <Reasons
        rules={[...new Set(of.findings.map(({ rule }) => rule))]}
        outcome={draft.outcome}
        insert={(text) => {
          write({ reason: [draft.reason.trim(), text].filter(Boolean).join('\n') });
          reason.current?.focus();
        }}
      />
      <ReasonField
        label={t('deskCase.reason')}
        hint={t('deskCase.reasonHint')}
        isWrong={missing === 'reason'}
        said={missing && <Wrong>{t(`deskCase.missing.${missing}`)}</Wrong>}
        ref={reason}
        rows={6}
        value={draft.reason}
        onType={(text) => write({ reason: text })}
        onKeyDown={leave}
      />
      <div className="line">
        <KeyButton shortcut="C" type="submit" className="main" ref={confirm} disabled={isSending}>
          {t('deskCase.confirm')}
        </KeyButton>
      </div>
      <p className="hint">{t('deskCase.confirmHint')}</p>
    </form>
  );
}
