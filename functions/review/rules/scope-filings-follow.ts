import { itemInForce } from '../../scope/catalogue.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

export const scopeFilingsFollow: Rule = {
  id: 'SC-05',
  version: 2,
  onBreach: 'WARN',
  counts: 'SUBMISSION',
  check: ({ form: { filings = [] }, scope: { items, pointers }, submittedOn }) => {
    if (items.length === 0 && filings.length === 0) return NOT_APPLICABLE;
    const forFiling = new Set(items.flatMap((it) => (it.kind === 'filing' ? it.wording : [])));
    const filed = filings.map(({ item }) => itemInForce(item, submittedOn)?.wording ?? '');
    const stray = filings.flatMap(({ item }, at): Fault[] =>
      forFiling.has(filed[at] ?? '')
        ? []
        : [{ pointer: `/filings/${at}/item`, says: 'STRAY', found: { wording: item } }],
    );
    const follow = items.flatMap(({ wording, kind, permit }, at): Fault[] => {
      if (kind !== 'filing') return [];
      const pointer = pointers[at] ?? '/scope';
      if (!permit) return [{ pointer, says: 'SOME_FILING', found: { wording } }];
      const says = filed.includes(wording) ? 'DECLARED' : 'FILING';
      return [{ pointer, says, found: { wording, permit } }];
    });
    return breachedBy([...stray, ...follow]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '须备案的经营项目在开展经营前办理备案。',
    en: 'An item for filing is filed before trading.',
  },
  basis: [
    { law: '食品安全法', article: '35' },
    { law: '医疗器械监督管理条例', article: '41' },
  ],
  says: {
    DECLARED: {
      zh: {
        fault: '“{wording}”是须备案的经营项目，备案信息已随申请填写。',
        mend: '领取营业执照后、开展经营前，凭已填写的信息办理“{permit}”，无需重新填写。',
      },
      en: {
        fault: '{wording} is an item for filing; what to file was captured with the application.',
        mend: 'After the business licence and before trading, file it as it stands: {permit}.',
      },
    },
    STRAY: {
      zh: {
        fault: '填写了“{wording}”的备案信息，但它不是所选经营范围中须备案的项目。',
        mend: '请核对；不需要的可以删除，不影响登记。',
      },
      en: {
        fault: 'A filing was captured for {wording}, which is no item for filing of this scope.',
        mend: 'Check it; what is not needed may go. The registration does not depend on it.',
      },
    },
    FILING: {
      zh: {
        fault: '“{wording}”是须备案的经营项目。',
        mend: '领取营业执照后、开展经营前，请办理“{permit}”。',
      },
      en: {
        fault: '{wording} is an item for filing.',
        mend: 'After the business licence and before trading, file: {permit}.',
      },
    },
    SOME_FILING: {
      zh: {
        fault: '“{wording}”是须备案的经营项目。',
        mend: '领取营业执照后、开展经营前，请向主管部门备案。',
      },
      en: {
        fault: '{wording} is an item for filing.',
        mend: 'After the business licence and before trading, file it with the department in charge.',
      },
    },
  },
};
