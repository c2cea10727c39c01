import type { Application } from './application.ts';
import type { ApplicationForm } from './form.ts';

/**
 * Division of the registrar that decides on an attempt with this form. It is the one that the form
 * applies to, unless the application was handed over: then it stays where it came to, whatever its
 * form says, which its parties signed and nobody may change for them.
 */
export const decidingRegistrar = (
  { handedOverFrom, registrar }: Pick<Application, 'handedOverFrom' | 'registrar'>,
  form: ApplicationForm,
): string | undefined => (handedOverFrom ? registrar : form.registrar);
