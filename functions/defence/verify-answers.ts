import * as z from 'zod';
import { ApplicationForm } from '../application/form.ts';
import { AssertedPerson, isNamedBy } from '../party/signers.ts';
import { AGENT_SYSTEM_NAME } from '../review/review-basis-keys.ts';
import { standingIn } from './assemble.ts';
import type { Checked } from './checked.ts';
import type { Sections } from './defence-file.ts';
import { type FoundIdentity, ruledIn } from './ruled.ts';
import { signedBy } from './signed-by.ts';
import { ASSERTION_TYPE, assertionsIn } from './signed-texts.ts';
import { checkLicences } from './verify-shown-licences.ts';

/** Whether other authorities said what decisions say that they said: identities, e-licences, an agent's standing. */
export const checkAnswers = async (sections: Sections): Promise<Checked[]> => [
  await checkAssertions(sections),
  ...(await checkLicences(sections)),
  ...(await checkStandings(sections)),
];

const Claims = z.looseObject({
  auth_time: z.int(),
  document_hash: z.string(),
  person: AssertedPerson,
});
const Signed = z.looseObject({
  form: ApplicationForm.loose(),
  documentHash: z.string(),
  earlier: z.record(z.string(), z.unknown()).default({}),
});

/** The signatures of all assertions; whoever was found verified has one that holds, or an official's act. */
async function checkAssertions(sections: Sections): Promise<Checked> {
  const sent = assertionsIn([sections.attempts, sections.beside]);
  const read = await Promise.all(
    sent.map(async ({ compact, issuer }) => {
      const keys = sections.keys.others.filter((it) => it.authority === issuer);
      const token = await signedBy(keys, compact, ASSERTION_TYPE);
      return Claims.safeParse(token?.payload).data ?? [];
    }),
  );
  const genuine = read.flat();
  const isProved = (attempt: number, { person = '', verifiedAt, act }: FoundIdentity): boolean => {
    const own = sections.attempts.find((it) => it.attempt === attempt);
    if (act !== undefined) return own?.beside[`IDENTITY#${person}`]?.kind === act;
    const { data: signed } = Signed.safeParse(own?.sent);
    if (!signed) return false;
    const documents = [signed.documentHash, ...Object.keys(signed.earlier)];
    return genuine.some(
      (it) =>
        new Date(it.auth_time * 1000).toISOString() === verifiedAt &&
        documents.includes(it.document_hash) &&
        isNamedBy(signed.form, person, it.person),
    );
  };
  const unproved = ruledIn(sections).flatMap(({ attempt, facts }) =>
    facts.identities.filter((it) => it.outcome === 'VERIFIED' && !isProved(attempt, it)),
  );
  return {
    holds: unproved.length === 0,
    says:
      unproved.length === 0
        ? `${genuine.length} of ${sent.length} identity assertions are signed by a key of the provider; every person whom a decision found verified has one, or an official’s act.`
        : `${unproved.length} persons whom a decision found verified have neither an assertion that holds nor an official’s act.`,
  };
}

const STANDING_TYPE = 'agent-standing+jwt';

/** What the national agent system said of the agent, where decisions went by it. */
function checkStandings(sections: Sections): Promise<Checked[]> {
  const found = ruledIn(sections).flatMap(({ facts }) => standingIn(facts) ?? []);
  const keys = sections.keys.others.filter(({ authority }) => authority === AGENT_SYSTEM_NAME);
  return Promise.all(
    found.map(async ({ agent, standing, at }) => {
      const answers = sections.standings.map(({ answer }) => String(answer));
      const tokens = await Promise.all(answers.map((it) => signedBy(keys, it, STANDING_TYPE)));
      const holds = tokens.some(
        (it) =>
          it?.payload.agent === agent &&
          it.payload.standing === standing &&
          Date.parse(at) === Number(it.payload.iat) * 1000,
      );
      return {
        holds,
        says: holds
          ? `The agent was ${standing} by the agent system’s own word of ${at}.`
          : `The agent was found ${standing}, and no answer of the agent system says so.`,
      };
    }),
  );
}
