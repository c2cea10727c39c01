import type { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { AssertedPerson, signersOf } from '#functions/party/signers.ts';
import type { IdentityProvider } from '../demo/identity-provider.ts';
import type { Seeded } from './seeded.ts';

/** What may be wrong with the first signature of a row. */
export type SigningFault = 'FORGED' | 'OF_ANOTHER_DOCUMENT' | 'FACE_SEEN_TOO_LONG_AGO';

const HOUR = 3_600_000;

/**
 * Has everybody sign whom the form asks to: within the last six hours, the face verified within
 * the day before. A person whom the form does not name in full signs nothing.
 */
export async function signed(
  form: ApplicationForm,
  {
    identity,
    random,
    now,
  }: { identity: Pick<IdentityProvider, 'assert'>; random: Seeded; now: number },
  fault?: SigningFault,
): Promise<{ assertion: string }[]> {
  const hash = await documentHash(form);
  const otherHash = await documentHash({ ...form, termYears: 99 });
  const signers = signersOf(form).map(({ person }, index) => ({
    person: AssertedPerson.safeParse(form.people?.[person]).data,
    fault: index === 0 ? fault : undefined,
    at: now - random.between(0, 6 * HOUR),
    age: random.between(0, 24 * HOUR),
  }));
  return Promise.all(
    signers.flatMap(({ person, fault, at, age }) => {
      if (!person) return [];
      const by = (documentHash: string, sinceFace = age) =>
        identity.assert({ ...person, documentHash, at, verifiedAt: at - sinceFace });
      const assertion =
        fault === 'FORGED'
          ? forged(by(hash), by(otherHash))
          : fault === 'OF_ANOTHER_DOCUMENT'
            ? by(otherHash)
            : by(hash, fault === 'FACE_SEEN_TOO_LONG_AGO' ? 73 * HOUR : age);
      return [assertion.then((it) => ({ assertion: it }))];
    }),
  );
}

/** One token's claims under another's signature. */
async function forged(claims: Promise<string>, signature: Promise<string>): Promise<string> {
  const signedPart = (await claims).split('.').slice(0, 2);
  return [...signedPart, (await signature).split('.')[2]].join('.');
}
