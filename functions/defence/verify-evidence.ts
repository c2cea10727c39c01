import { KeptNotice, NOTICE_LANGUAGES } from '../notice/notice.ts';
import { Release } from '../review/release.ts';
import { type Replay, type RunsScript, replay, reviewsOf } from '../review/replay.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import type { Checked } from './checked.ts';
import { plain, type Sections } from './defence-file.ts';
import { ruledIn } from './ruled.ts';
import { signedBy, thumbprintOf } from './signed-by.ts';
import { checkAnswers } from './verify-answers.ts';

/** Whether what a decision rested on is what the file holds. */
export const checkEvidence = async (sections: Sections, runs: RunsScript): Promise<Checked[]> => [
  ...(await checkRules(sections, runs)),
  ...(await checkAnswers(sections)),
  ...(await checkOurs(sections)),
  await checkKeys(sections),
];

const NOTICE_TYPE = 'notice+jwt';

/** Each decision by the machine: its release is the one that it names, and gives it once more. */
async function checkRules(sections: Sections, runs: RunsScript): Promise<Checked[]> {
  const checks = ruledIn(sections).map(async (ruled) => {
    const { attempt, decidedAt, verdict, rules, ruleSet } = ruled;
    const what = `${verdict} at ${decidedAt} (attempt ${attempt}, rule set ${ruleSet.id})`;
    const release = await releaseNamed(sections, ruleSet.hash);
    const complete = rules.every(({ id, version }) =>
      release?.texts.some((it) => it.id === id && it.version === version),
    );
    if (!release || !complete)
      return [
        { holds: false, says: `${what}: the release of its rules is missing or is another.` },
      ];
    return [
      {
        holds: true,
        says: `${what}: the code, law and texts of its ${rules.length} rules are those of that time.`,
      },
      comesOut(what, () => {
        const { sent } = sections.attempts.find((it) => it.attempt === attempt) ?? {};
        return replay(reviewsOf(runs, release), ruled, sent?.form);
      }),
    ];
  });
  return (await Promise.all(checks)).flat();
}

async function releaseNamed(sections: Sections, hash: string): Promise<Release | undefined> {
  const { data } = Release.safeParse(sections.rules[hash]);
  return data && (await digestOf(plain(data))) === hash ? data : undefined;
}

/** What a release is, its digest vouches for; that it still runs is to be seen. */
function comesOut(what: string, again: () => Replay): Checked {
  try {
    const { differs } = again();
    const holds = differs.length === 0;
    return {
      holds,
      says: holds
        ? `${what}: run once more on the facts that were kept, its rules decide the same, byte for byte.`
        : `${what}: run once more on the facts that were kept, its rules give other ${differs.join(', ')}.`,
    };
  } catch (error) {
    return {
      holds: false,
      says: `${what}: its rules cannot be run once more (${error instanceof Error ? error.name : 'thrown'}).`,
    };
  }
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
