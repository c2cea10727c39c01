import * as z from 'zod';
import { KeptNotice, NOTICE_LANGUAGES } from '../notice/notice.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import type { Checked } from './checked.ts';
import { plain, type Sections } from './defence-file.ts';
import { ruledIn } from './ruled.ts';
import { signedBy, thumbprintOf } from './signed-by.ts';
import { checkAnswers } from './verify-answers.ts';

/** Whether what a decision rested on is what the file holds. */
export const checkEvidence = async (sections: Sections): Promise<Checked[]> => [
  ...(await checkRules(sections)),
  ...(await checkAnswers(sections)),
  ...(await checkOurs(sections)),
  await checkKeys(sections),
];

const NOTICE_TYPE = 'notice+jwt';

const Texts = z.array(z.looseObject({ id: z.string(), version: z.int() }));

/** Each decision by the machine, and the texts and provisions of every rule that ran. */
function checkRules(sections: Sections): Promise<Checked[]> {
  return Promise.all(
    ruledIn(sections).map(async ({ attempt, decidedAt, verdict, rules, ruleSet }) => {
      const { data: texts } = Texts.safeParse(sections.rules[ruleSet.hash]?.texts);
      const ofThatSet = texts !== undefined && (await digestOf(plain(texts))) === ruleSet.hash;
      const complete = rules.every(({ id, version }) =>
        texts?.some((it) => it.id === id && it.version === version),
      );
      const holds = ofThatSet && complete;
      const what = `${verdict} at ${decidedAt} (attempt ${attempt}, rule set ${ruleSet.id})`;
      return {
        holds,
        says: holds
          ? `${what}: the texts of its ${rules.length} rules are those of that time.`
          : `${what}: the texts of its rules are missing or are others.`,
      };
    }),
  );
}

/** What we signed ourselves: the licence, and every notice served. */
async function checkOurs(sections: Sections): Promise<Checked[]> {
  const { register, keys } = sections;
  const { licence } = register.licence ?? {};
  return [
    ...(typeof licence === 'string' ? [await checkLicence(licence, register, keys.ours)] : []),
    await checkNotices(sections),
  ];
}

/** Each notice as it was served: signed by us, and its text in every language the one that was signed. */
async function checkNotices({ notices, keys }: Sections): Promise<Checked> {
  const held = await Promise.all(
    notices.map(async (notice) => {
      const { data } = KeptNotice.safeParse(notice);
      const token = data && (await signedBy(keys.ours, data.jws, NOTICE_TYPE));
      if (!data || !token) return false;
      const { iss: _us, iat: _then, ...head } = token.payload;
      const texts = await Promise.all(
        NOTICE_LANGUAGES.map(
          async (it) => (await digestOf(data.texts[it])) === data.head.texts[it],
        ),
      );
      return texts.every(Boolean) && canonicalJson(plain(head)) === canonicalJson(data.head);
    }),
  );
  const bad = held.filter((it) => !it).length;
  return {
    holds: bad === 0,
    says:
      bad === 0
        ? `${notices.length} notices were served; their texts are those that we signed.`
        : `${bad} of ${notices.length} notices are not as we signed them.`,
  };
}

async function checkLicence(
  licence: string,
  { business }: Sections['register'],
  ours: Sections['keys']['ours'],
): Promise<Checked> {
  const [jwt = ''] = licence.split('~');
  const token = await signedBy(ours, jwt, 'dc+sd-jwt');
  const holds = token !== undefined && token.payload.uscc === business?.uscc;
  const key = ours.find(({ jwk }) => jwk.kid === token?.header.kid);
  return {
    holds,
    says: holds
      ? `The licence of ${String(business?.uscc)} is signed by our key ${key?.thumbprint ?? ''}${key?.withdrawn ? `, withdrawn on ${key.withdrawn}` : ''}.`
      : 'The licence is not signed by a key of ours, or is of another business.',
  };
}

/** The keys by which others' words are verified here: whoever knows their thumbprints from elsewhere can compare. */
async function checkKeys({ keys }: Sections): Promise<Checked> {
  const inside = [...keys.ours, ...keys.others];
  const right = await Promise.all(
    inside.map(async ({ jwk, thumbprint }) => thumbprint === (await thumbprintOf(jwk))),
  );
  const holds = right.every(Boolean);
  return {
    holds,
    says: holds
      ? `The ${inside.length} keys inside have the thumbprints that the file tells: ${keys.others.map((it) => `${it.authority} ${it.thumbprint}`).join(', ')}.`
      : 'A key inside has another thumbprint than the file tells.',
  };
}
