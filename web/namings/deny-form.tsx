import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { Field } from '../parts/field.tsx';
import type { Denial } from './standing.ts';
import { Trouble } from './trouble.tsx';

/** As many as the API takes. */
const LONGEST = 2_000;

interface DenyFormProps {
  /** of the application */
  readonly id: string;
  readonly name: string;
  readonly leadsTo: 'MAY_STOP' | 'MAY_INQUIRE';
  readonly assertion: string;
  readonly statement: string;
  readonly onType: (statement: string) => void;
  readonly cancel: () => void;
  readonly done: (told: Denial) => void;
}

/** Says what “not me” leads to before it is said; what was typed stays when the connection is lost or the proof is over. */
export function DenyForm({
  id,
  name,
  leadsTo,
  assertion,
  statement,
  onType,
  cancel,
  done,
}: DenyFormProps) {
  const { t } = useTranslation();
  const at = useId();
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const said = statement.trim();
      return call('POST /v1/namings/{id}/denials', {
        parameters: { id },
        body: { assertion, ...(said !== '' && { statement: said }) },
      });
    },
    onSuccess: done,
    // it moved meanwhile: read anew, the list says why nothing can be denied any more
    onError: (failure) => {
      if (isProblem(failure, 'not-in-this-state', 'not-found'))
        void queries.invalidateQueries({ queryKey: ['namings'] });
    },
  });
  const deny = (event: SubmitEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <section className="choice" aria-labelledby={`${at}h`}>
      <h4 id={`${at}h`} ref={heading} tabIndex={-1}>
        {t('namings.sureTitle', { name })}
      </h4>
      <p className="note">{t(`namings.consequence.${leadsTo}`)}</p>
      <p>{t('namings.truth')}</p>
      <form onSubmit={deny} noValidate>
        <Field label={t('namings.statement')} hint={t('namings.statementHint')}>
          {(input) => (
            <textarea
              {...input}
              rows={3}
              maxLength={LONGEST}
              value={statement}
              onChange={({ target }) => onType(target.value)}
            />
          )}
        </Field>
        {error && !isPending && <Trouble error={error} place={{ id, statement }} />}
        <div className="line">
          <button type="submit" className="grave" disabled={isPending}>
            {t('namings.sure')}
          </button>
          <button type="button" onClick={cancel} disabled={isPending}>
            {t('namings.cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
