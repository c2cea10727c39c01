import { readdirSync } from 'node:fs';
import type { Rule, RuleTexts } from '../functions/review/rule.ts';
import { RULES } from '../functions/review/rule-set.ts';

export type RuleInWords = Rule & RuleTexts;

const FOLDER = new URL('../functions/review/rules/', import.meta.url);

/**
 * Every rule in force with its texts, in the order of the rule set.
 *
 * @throws {Error} where a file of `rules/` is not one rule in force and its texts.
 */
export async function readRules(): Promise<readonly RuleInWords[]> {
  const read = await Promise.all(readdirSync(FOLDER).map(ruleIn));
  return RULES.map((rule) => {
    const found = read.find(({ id }) => id === rule.id);
    if (!found || read.length !== RULES.length) throw new Error(`${rule.id} is not one file`);
    return found;
  });
}

async function ruleIn(file: string): Promise<RuleInWords> {
  const { texts, ...rest }: { texts: RuleTexts } & Record<string, unknown> = await import(
    new URL(file, FOLDER).href
  );
  const rule = RULES.find((rule) => Object.values(rest).includes(rule));
  if (!rule) throw new Error(`${file} holds no rule of the rule set`);
  return { ...rule, ...texts };
}
