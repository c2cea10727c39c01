import { breachedBy, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * The form cannot carry an approval document yet, so an item that needs one before registration
 * (前置审批) always goes to an official, who asks for it: holder, item, address, and validity
 * (90 days where it names none).
 */
export const scopePreapprovalShown: Rule = {
  id: 'SC-03',
  version: 1,
  onBreach: 'REFER',
  check: ({ scope: { items, pointers } }) => {
    if (items.length === 0) return NOT_APPLICABLE;
    return breachedBy(
      items.flatMap(({ wording, preApproval }, at) =>
        preApproval
          ? [{ pointer: pointers[at] ?? '/scope', says: 'APPROVAL', found: { wording } }]
          : [],
      ),
    );
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记前须经批准的经营项目，已取得批准文件，并在有效期内。',
    en: 'An item that must be approved before registration has its approval, still valid.',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '14' },
    { law: '市场主体登记管理条例实施细则', article: '22' },
    { law: '公司登记管理实施办法', article: '19(3)' },
  ],
  says: {
    APPROVAL: {
      zh: {
        fault: '“{wording}”须在登记前取得批准；批准文件不能在线提交，需由登记人员核对。',
        mend: '请准备批准文件，等待登记人员联系；尚未取得批准的，可先删除该项目。',
      },
      en: {
        fault:
          '{wording} needs approval before registration. The approval cannot be attached online, so an official checks it.',
        mend: 'Have the approval at hand; if there is none yet, drop the item for now.',
      },
    },
  },
};
