import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import type { OpenedLink } from './link.ts';

const REASONS = ['NOT_ME', 'DISAGREES', 'WITHDRAWN', 'OTHER'] as const;
type Reason = (typeof REASONS)[number];

interface RefusalProps {
  readonly link: OpenedLink;
  readonly cancel: () => void;
  readonly done: (told: Output<'POST /v1/signings/{id}/refusal'>) => void;
}

/** Says no, with the reason; what was typed stays when the connection is lost. */
export function Refusal({ link: { id, secret }, cancel, done }: RefusalProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason>();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: Reason) =>
      call('POST /v1/signings/{id}/refusal', {
        parameters: { id },
        body: { secret, reason: given, ...(text.trim() !== '' && { text: text.trim() }) },
      }),
    onSuccess: done,
  });
  const refuse = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(!reason);
    if (reason) mutate(reason);
  };
  return (
    <section className="choice" aria-labelledby="refusal">
      <h2 id="refusal" ref={heading} tabIndex={-1}>
        {t('signing.refuseTitle')}
      </h2>
      <form onSubmit={refuse} noValidate>
        <fieldset aria-describedby={isMissing ? 'reason-missing' : undefined}>
          <legend>{t('signing.refuseText')}</legend>
          {REASONS.map((it) => (
            <Tick
              key={it}
              among="reason"
              label={t(`signing.reason.${it}`)}
              checked={reason === it}
              onChange={() => setReason(it)}
            />
          ))}
        </fieldset>
        {isMissing && (
          <p className="wrong" id="reason-missing" role="alert">
            {t('signing.choose')}
          </p>
        )}
        <Field label={t('signing.words')}>
          {(input) => (
            <textarea
              {...input}
              rows={3}
              maxLength={500}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        {error && !isPending && <FailureNote error={error} />}
        <div className="line">
          <button type="submit" className="grave" disabled={isPending}>
            {t('signing.refuseSubmit')}
          </button>
          <button type="button" onClick={cancel} disabled={isPending}>
            {t('signing.cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
