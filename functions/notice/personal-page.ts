import * as z from 'zod';
import type { ApplicationForm } from '../application/form.ts';
import { rolesOf } from '../application/form-places.ts';
import { digestOf } from '../shared/digest.ts';

/** The people of an application with what only they and the registrar need to see: it stands apart, as in the forms of 2026. */
export const PersonalPage = z.strictObject({
  people: z.array(
    z.strictObject({
      name: z.string().optional(),
      /** names of the form's members under which he stands */
      roles: z.array(z.string()),
      document: z.string().optional(),
      number: z.string().optional(),
      residence: z.string().optional(),
      phone: z.string().optional(),
    }),
  ),
});
export type PersonalPage = z.infer<typeof PersonalPage>;

/** Made again from what was sent whenever it is read: of what can be edited no more, no second copy is kept. */
export function personalPageOf(form: ApplicationForm): PersonalPage {
  const roles = rolesOf(form).map(
    ([path, key]) => [key, String(path[0] === 'roles' ? path[1] : path[0])] as const,
  );
  return {
    people: byKey(form).map(([key, person]) => ({
      ...(person.name !== undefined && { name: person.name }),
      roles: [...new Set(roles.flatMap(([who, role]) => (who === key ? [role] : [])))],
      ...(person.document?.kind !== undefined && { document: person.document.kind }),
      ...(person.document?.number !== undefined && { number: person.document.number }),
      ...(person.residence !== undefined && { residence: person.residence }),
      ...(person.phone !== undefined && { phone: person.phone }),
    })),
  };
}

/** In the order of their keys: the database keeps no other, and the page has one digest. */
const byKey = ({ people = {} }: ApplicationForm) =>
  Object.entries(people).sort(([a], [b]) => (a < b ? -1 : 1));

/** Salted, so that the head of a notice, which anybody may verify, tells nothing of its people. */
export const personalDigest = (page: PersonalPage, salt: string): Promise<string> =>
  digestOf([salt, page]);
