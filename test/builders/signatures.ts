import type { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { AssertedPerson, signersOf } from '#functions/party/signers.ts';
import { withdrawalDigest } from '#functions/party/withdrawal-signer.ts';
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

/** The head's signature of a withdrawal, whether it is asked for or not. */
export async function withdrawalSignature(
  form: ApplicationForm,
  application: { readonly id: string; readonly attempt: number },
  { assert }: Pick<IdentityProvider, 'assert'>,
): Promise<string> {
  const { legalRepresentative, owner, operator } = form.roles ?? {};
  const head = form.people?.[legalRepresentative ?? owner ?? operator ?? ''];
  const who = AssertedPerson.parse(head);
  return assert({ ...who, documentHash: await withdrawalDigest(application), at: Date.now() });
}
