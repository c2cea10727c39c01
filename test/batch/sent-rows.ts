import type { ApplicationForm } from '#functions/application/form.ts';
import { people } from '#test/builders/a-form.ts';

/** An assertion as the identity provider writes it, without a signature: intake reads the name only. */
const assertionOf = ({ name, document }: (typeof people)['p1' | 'p2' | 'p3']) => {
  const payload = Buffer.from(JSON.stringify({ person: { name, document } })).toString('base64url');
  return { assertion: `e30.${payload}.x` };
};

/** Assertions of everybody in the builders' forms. */
export const signatures = Object.values(people).map(assertionOf);

/** A line of an agent's file. */
export const aLine = (clientRowRef: string, form: ApplicationForm, signed = signatures): string =>
  JSON.stringify({ clientRowRef, form, signatures: signed });
