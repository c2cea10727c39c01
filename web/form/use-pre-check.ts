import { keepPreviousData, type QueryObserverResult, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';
import { call } from '../api/call.ts';
import type { Application } from '../applications/an-application.ts';
import { isSignedIn } from '../sign-in/session.ts';
import { type Draft, isSameForm } from './draft.ts';
import type { PreCheck } from './step.ts';
import { valueAt } from './step-order.ts';

/** After the last change; a person who types is not interrupted. */
const QUIET_MS = 800;

/** @param application what the form is sent as: what that one holds is nobody else's */
const checking = (
  form: ApplicationForm,
  application: string | undefined,
  language: string,
  isAsked: boolean,
) => ({
  queryKey: ['pre-check', language, application, form],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    call('POST /v1/applications/pre-check', {
      body: { form, ...(application && { application }) },
      signal,
    }),
  enabled: isAsked && isSignedIn('applicant'),
  refetchOnReconnect: true,
  gcTime: 60_000, // personal data is not held longer than it is shown
});

/** What was found in the form as it was sent, if it was returned and is not sent anew yet. */
export type Returned = Pick<Application, 'form' | 'findings'>;

export interface Check {
  /** the last that was said */
  readonly preCheck: PreCheck | undefined;
  readonly asked: QueryObserverResult<PreCheck>;
  /** it is of the form as it is at this moment */
  readonly isCurrent: boolean;
}

/**
 * What a review of the form would say now: asked again when one has paused, a question that was overtaken is
 * given up. A form that was returned keeps what only the real review can find (signatures, lists, partners)
 * as long as the answers that it is about are the same.
 */
export function usePreCheck(
  { form, id }: Pick<Draft, 'form' | 'id'>,
  step: string,
  returned: Returned | undefined,
): Check {
  const { i18n } = useTranslation();
  const [paused, setPaused] = useState({ form, step });
  const isStepping = paused.step !== step;
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ form, step }), isStepping ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [form, step, isStepping]);

  const isAsked = paused.form.type !== undefined;
  const asked = useQuery({
    ...checking(paused.form, id, i18n.language, isAsked),
    placeholderData: keepPreviousData,
  });
  const { data: atReturn } = useQuery(
    checking(returned?.form ?? {}, id, i18n.language, returned !== undefined),
  );
  const preCheck = useMemo(() => {
    if (!returned) return asked.data;
    const found = asked.data ?? (isSameForm(form, returned.form) ? toldBy(returned) : undefined);
    if (!found || !atReturn) return found;
    const isNews = ({ rule, pointer }: PreCheck['findings'][number]) =>
      !atReturn.findings.some((it) => it.rule === rule && it.pointer === pointer);
    const still = returned.findings.filter(
      (it) =>
        isNews(it) &&
        JSON.stringify(valueAt(form, it.pointer)) ===
          JSON.stringify(valueAt(returned.form, it.pointer)),
    );
    return { ...found, findings: [...found.findings, ...still] };
  }, [asked.data, atReturn, returned, form]);
  return {
    preCheck,
    asked,
    isCurrent: paused.form === form && !asked.isPlaceholderData && asked.data !== undefined,
  };
}

/** What the review said, until the form is checked anew. */
const toldBy = ({ findings }: Returned): PreCheck => ({
  verdict: 'RETURN',
  course: { lane: 'RETURNED' },
  findings: [...findings],
  documentHash: '',
  signers: [],
  tasks: [],
});
