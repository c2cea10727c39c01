import { inTongue, type Language } from '../shared/language.ts';
import type { RenderedFinding, Texts } from './rendered-finding.ts';
import { rendered } from './rendered-finding.ts';
import type { Finding } from './review.ts';
import type { Rule } from './rule.ts';
import packed from './rule-texts.json' with { type: 'json' };

/** Deflated (RFC 1951), in base64: a third of the 500 kB that a bundle may have would be these texts. */
const inflated = async (base64: string): Promise<string> =>
  new Response(
    new Blob([Buffer.from(base64, 'base64')])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw')),
  ).text();

/** The texts of every rule in force, as canonical JSON: those of the release. */
export const TEXTS_IN_FORCE = await inflated(packed.texts);

const told: readonly (Texts[string] & Pick<Rule, 'id' | 'onBreach'>)[] = JSON.parse(TEXTS_IN_FORCE);
const TEXTS: Texts = Object.fromEntries(told.map((rule) => [rule.id, rule]));

/** The ids of the rules in force. */
export const RULE_IDS: ReadonlySet<string> = new Set(told.map(({ id }) => id));

/** What each rule in force asks for, in the reader's language. */
export const rulesInWords = (language: Language) =>
  told.map(({ id, onBreach, requires }) => ({
    rule: id,
    consequence: onBreach,
    requires: inTongue(language)(requires),
  }));

/**
 * A finding in the texts of the rules in force, read without the rules that they belong to: whoever
 * only shows findings need not carry the checks.
 */
export const renderFinding = (finding: Finding, language: Language): RenderedFinding =>
  rendered(finding, language, TEXTS);
