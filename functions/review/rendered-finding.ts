import { inTongue, type Language, remarkIn } from '../shared/language.ts';
import type { Finding } from './review.ts';
import {
  type Consequence,
  DEFECT,
  type Found,
  type RuleTexts,
  type Says,
  SWITCHED_OFF,
} from './rule.ts';

/** A finding as a person reads it. The Chinese text counts. */
export interface RenderedFinding {
  readonly rule: string;
  readonly pointer: string;
  readonly consequence: Consequence;
  readonly requires: string;
  readonly fault: string;
  readonly mend: string;
  /** e.g. 《公司法》第47条 */
  readonly basis: readonly string[];
  /** in traditional Chinese: that the simplified text counts */
  readonly remark?: string;
}

/** The rules' texts, by the rule's id. */
export type Texts = Readonly<Record<string, RuleTexts>>;

/** A finding in words: put together at reading, in the reader's language, from what the decision kept. */
export function rendered(finding: Finding, language: Language, texts: Texts): RenderedFinding {
  const { pointer, consequence, found = {} } = finding;
  const said = inTongue(language);
  const rule = Object.hasOwn(texts, finding.rule) ? texts[finding.rule] : undefined;
  const { zh, en } = textsOf(rule, finding.says);
  return {
    rule: finding.rule,
    pointer,
    consequence,
    requires: said(rule?.requires ?? UNKNOWN_RULE),
    fault: filled(said({ zh: zh.fault, en: en.fault }), found),
    mend: filled(said({ zh: zh.mend, en: en.mend }), found),
    basis: (rule?.basis ?? []).map(({ law, article }) => said(provision(law, article))),
    ...remarkIn(language),
  };
}

/** A placeholder that the finding does not fill stays visible, so that nothing is made up. */
const filled = (text: string, found: Found): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(found, name) ? String(found[name]) : whole,
  );

/** A provision in words: 《公司法》第47条. */
export const provision = (law: string, article: string | undefined) => ({
  zh: `《${law}》${article === undefined ? '' : articleInChinese(article)}`,
  en: article === undefined ? `《${law}》` : `《${law}》 art. ${article}`,
});

/** 47 → 第47条, 12(1) → 第12条第1项; a heading of another kind stays as it is. */
function articleInChinese(article: string): string {
  const [, number, item] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (number === undefined) return article;
  return `第${number}条${item === undefined ? '' : `第${item}项`}`;
}

type Text = { readonly zh: Says; readonly en: Says };

function textsOf(rule: RuleTexts | undefined, says: string): Text {
  if (says === DEFECT) return FAILED;
  if (says === SWITCHED_OFF) return OFF;
  return rule && Object.hasOwn(rule.says, says) ? (rule.says[says] ?? GONE) : GONE;
}

const UNKNOWN_RULE = {
  zh: '该规则已不在现行规则集中。',
  en: 'This rule is no longer in the rule set in force.',
};

/** A decision of long ago may quote a rule or a text that is gone. */
const GONE: Text = {
  zh: {
    fault: '此项不符合作出决定时适用的规则；该规则的说明文字已不在现行规则集中。',
    mend: '请凭规则编号向登记机关查询当时的说明。',
  },
  en: {
    fault:
      'This entry did not meet a rule in force at the decision, whose text has since been withdrawn.',
    mend: 'Ask the registrar for the text of that time, quoting the rule’s number.',
  },
};

const OFF: Text = {
  zh: {
    fault: '此项规则的自动审核已暂停，需由登记人员审核。',
    mend: '无需更正；请等待登记人员审核。',
  },
  en: {
    fault:
      'The automatic check of this rule is switched off, and an official reviews the application.',
    mend: 'Nothing to correct; wait for the official.',
  },
};

const FAILED: Text = {
  zh: {
    fault: '系统未能完成此项自动审核，这是系统的问题，需由登记人员审核。',
    mend: '无需更正；请等待登记人员审核。',
  },
  en: {
    fault:
      'The system failed to run this check. The fault is ours, and an official reviews the application.',
    mend: 'Nothing to correct; wait for the official.',
  },
};
