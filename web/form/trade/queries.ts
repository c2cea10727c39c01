import { queryOptions } from '@tanstack/react-query';
import type { ApplicationForm } from '#functions/application/form.ts';
import { call } from '../../api/call.ts';
import type { DutyAnswers } from './scope-answers.ts';

/** What changes at midnight only: asked for once while the form is open. */
const FOR_AN_HOUR = { staleTime: 3_600_000 };

export const registrarsIn = (language: string) =>
  queryOptions({
    queryKey: ['registrars', language],
    queryFn: () => call('GET /v1/registrars', {}),
    ...FOR_AN_HOUR,
  });

export const bundlesIn = (language: string) =>
  queryOptions({
    queryKey: ['scope', 'bundles', language],
    queryFn: () => call('GET /v1/scope/bundles', { query: {} }),
    ...FOR_AN_HOUR,
  });

/** Items and bundles that plain words mean. */
export const suggestionsFor = (words: string, language: string) =>
  queryOptions({
    queryKey: ['scope', 'suggestions', words, language],
    queryFn: () => call('GET /v1/scope/suggestions', { query: { q: words, limit: 8 } }),
    enabled: words !== '',
    ...FOR_AN_HOUR,
  });

export const dutyOf = (answers: DutyAnswers | undefined, language: string) =>
  queryOptions({
    queryKey: ['scope', 'duty', answers, language],
    queryFn: () => {
      if (!answers) throw new TypeError('not every question is answered');
      return call('POST /v1/scope/duty', { body: answers });
    },
    enabled: answers !== undefined,
    ...FOR_AN_HOUR,
  });

type Previewed = Pick<ApplicationForm, 'type' | 'registrar' | 'scope' | 'name'>;

/** What a scope comes to, and with what a name is put together. */
export const previewOf = ({ type, registrar, scope, name }: Previewed, language: string) => {
  const body = { type, registrar, scope, name };
  return queryOptions({
    queryKey: ['scope', 'preview', body, language],
    queryFn: () => call('POST /v1/scope/preview', { body }),
    ...FOR_AN_HOUR,
  });
};
