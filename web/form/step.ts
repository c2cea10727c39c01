import type { ApplicationForm } from '#functions/application/form.ts';
import type { Output } from '../api/routes.ts';

/** What the review would say of the form as it is now. */
export type PreCheck = Output<'POST /v1/applications/pre-check'>;
export type Finding = PreCheck['findings'][number];

/** What every step of the form is given. */
export interface StepProps {
  readonly form: ApplicationForm;
  /** takes the form as it is at that moment, so that two changes at once are both kept */
  readonly change: (to: (form: ApplicationForm) => ApplicationForm) => void;
  /** absent as long as nothing was checked */
  readonly preCheck: PreCheck | undefined;
}

/** Findings about this member of the form or what is in it, by JSON Pointer (RFC 6901). */
export const findingsAt = (
  preCheck: PreCheck | undefined,
  ...pointers: readonly string[]
): readonly Finding[] =>
  (preCheck?.findings ?? []).filter(({ pointer }) =>
    pointers.some((it) => pointer === it || pointer.startsWith(`${it}/`)),
  );
