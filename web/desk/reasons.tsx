import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import type { Outcome } from './a-case.ts';

interface ReasonsProps {
  /** of the findings that the reason is about */
  readonly rules: readonly string[];
  /** absent as long as none is chosen */
  readonly outcome: Outcome | undefined;
  readonly insert: (text: string) => void;
}

/** Reasons as they were written well before, with their law: one is put into the field, where it can be changed. */
export function Reasons({ rules, outcome, insert }: ReasonsProps) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState('');
  const { reasons, failed } = useQueries({
    queries: rules.map((rule) => ({
      queryKey: ['reasons', rule, i18n.language],
      queryFn: () => call('GET /v1/reasons', { query: { rule } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (those) => ({
      reasons: [
        ...new Map(
          those.flatMap(({ data }) => data?.reasons ?? []).map((it) => [it.id, it]),
        ).values(),
      ],
      failed: those.find(({ error, isFetching }) => error && !isFetching),
    }),
  });
  const fitting = reasons.filter((it) => outcome === undefined || it.outcome === outcome);
  const reason = fitting.find((it) => it.id === chosen);
  if (failed) return <FailureNote error={failed.error} retry={() => void failed.refetch()} />;
  if (fitting.length === 0) return null;
  return (
    <div className="reasons">
      <Field label={t('deskCase.library')}>
        {(input) => (
          <Select
            {...input}
            value={reason?.id ?? ''}
            options={[
              ['', t('deskCase.choose')],
              ...fitting.map((it) => [it.id, it.text] as const),
            ]}
            onChoose={setChosen}
          />
        )}
      </Field>
      {reason && (
        <>
          <p>{reason.text}</p>
          <p className="hint">{reason.basis.join(' · ')}</p>
          <button type="button" onClick={() => insert(reason.text)}>
            {t('deskCase.insert')}
          </button>
        </>
      )}
    </div>
  );
}
