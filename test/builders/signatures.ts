import type { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { AssertedPerson, signersOf } from '#functions/party/signers.ts';
import type { IdentityProvider } from '#local/demo/identity-provider.ts';

/** Everybody whom the form asks signs it now, but for the people left out. */
export async function signatures(
  form: ApplicationForm,
  { assert }: Pick<IdentityProvider, 'assert'>,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<{ assertion: string }[]> {
  const hash = await documentHash(form);
  const signers = signersOf(form).filter(({ person }) => !without.includes(person));
  return Promise.all(
    signers.map(async ({ person }) => {
      const who = AssertedPerson.parse(form.people?.[person]);
      return { assertion: await assert({ ...who, documentHash: hash, at: Date.now() }) };
    }),
  );
}
