import { Release } from '#functions/review/release.ts';
import { type Reviews, reviewsOf } from '#functions/review/replay.ts';
import { scriptFunction } from '#functions/runtime/script.ts';
import { canonicalJson } from '#functions/shared/canonical-json.ts';
import { sha256 } from '#functions/shared/digest.ts';
import { type NamedRelease, ruleSetRelease } from '#infra/rule-set-release.ts';

/** What this tree is released as. */
export const today: NamedRelease = ruleSetRelease();

/** The review that a release's text is, ready to run. */
export const reviewsIn = (text: string): Reviews =>
  reviewsOf(scriptFunction, Release.parse(JSON.parse(text)));

/** Today's release, changed in its code: a rule of it finds nothing any more. */
export async function withoutRule(rule: string): Promise<{ hash: string; text: string }> {
  const release = Release.parse(JSON.parse(today.text));
  const code = `${release.code}
    const whole = release.review;
    release = { ...release, review: (facts) => {
      const it = whole(facts);
      const findings = it.findings.filter(({ rule }) => rule !== '${rule}');
      const rules = it.rules.map((one) => one.id === '${rule}' ? { ...one, result: 'MET' } : one);
      const returned = findings.some(({ consequence }) => consequence === 'RETURN');
      return { verdict: returned ? 'RETURN' : 'APPROVE', findings, rules };
    } };`;
  const text = canonicalJson(JSON.parse(JSON.stringify({ ...release, id: 'candidate', code })));
  return { hash: await sha256(text), text };
}
