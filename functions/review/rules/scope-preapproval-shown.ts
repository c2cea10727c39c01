import { personOf } from '../../application/form-places.ts';
import { headOf, place } from '../../party/traces.ts';
import type { LegalDate } from '../../shared/calendar.ts';
import { legalDateOf } from '../../shared/days.ts';
import type { ReviewFacts } from '../facts.ts';
import { givenDate } from '../given-date.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/** Days for which an approval holds that names no term (实施细则 art. 22). */
const DAYS_WITHOUT_TERM = 90;
const DAY_MS = 86_400_000;

type Form = ReviewFacts['form'];
type Approval = NonNullable<Form['approvals']>[number];

const same = (text: string | undefined): string => text?.normalize('NFKC').trim() ?? '';

/** The business to be, its head, and its shareholders. */
const mayHold = (form: Form): readonly string[] =>
  [
    form.name,
    ...[headOf(form), ...(form.shareholders ?? []).map(({ person }) => person)].map(
      (key) => personOf(form, key)?.name,
    ),
    ...(form.shareholders ?? []).map(({ company }) => company?.name),
  ].map(same);

/** Its last day, where one follows from what it says. */
function lastDayOf({ issued, until }: Approval): LegalDate | undefined {
  const given = givenDate(issued);
  return givenDate(until) ?? (given && legalDateOf(Date.parse(given) + DAYS_WITHOUT_TERM * DAY_MS));
}

/** All that is wrong with an approval that was brought; nothing of what CO-01 asks for. */
function faultsOf(
  approval: Approval,
  { form, decidedOn }: ReviewFacts,
): readonly Omit<Fault, 'pointer'>[] {
  const { holder, address } = approval;
  const last = lastDayOf(approval);
  const { kind, address: own } = form.premises ?? {};
  const elsewhere = kind !== 'CLUSTER' && address?.trim() && own && place(address) !== place(own);
  const another = holder?.trim() && !mayHold(form).includes(same(holder));
  const faults = [
    ...(another ? [{ says: 'HOLDER' }] : []),
    ...(elsewhere ? [{ says: 'ADDRESS' }] : []),
    ...(last && last < decidedOn ? [{ says: 'EXPIRED', found: { last } }] : []),
  ];
  return faults.length > 0 ? faults : [{ says: 'CHECK', consequence: 'REFER' }];
}

/**
 * Before registration (前置审批) an item wants its approval: of this holder, item and address, in force.
 * What was brought looks right at best: an official compares it with its authority, which no source
 * of ours answers for.
 */
export const scopePreapprovalShown: Rule = {
  id: 'SC-03',
  version: 2,
  onBreach: 'RETURN',
  counts: 'DECISION',
  parameters: { daysWithoutTerm: DAYS_WITHOUT_TERM },
  check: (facts) => {
    const { form, scope } = facts;
    const approvals = form.approvals ?? [];
    if (scope.items.length === 0 && approvals.length === 0) return NOT_APPLICABLE;
    const asked = scope.items.flatMap(({ wording, preApproval }, at) =>
      preApproval ? [{ wording, pointer: scope.pointers[at] ?? '/scope' }] : [],
    );
    const missing = asked
      .filter(({ wording }) => !approvals.some(({ item }) => same(item) === same(wording)))
      .map(({ wording, pointer }): Fault => ({ pointer, says: 'MISSING', found: { wording } }));
    const brought = approvals.flatMap((approval, at) => {
      const wording = approval.item;
      const wanted = asked.some((it) => same(it.wording) === same(wording));
      const told: readonly Omit<Fault, 'pointer'>[] = wanted
        ? faultsOf(approval, facts)
        : [{ says: 'STRAY', consequence: 'WARN' }];
      return told.map(
        ({ found, ...fault }): Fault => ({
          pointer: `/approvals/${at}`,
          ...fault,
          found: { ...found, wording },
        }),
      );
    });
    return breachedBy([...missing, ...brought]);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '登记前须经批准的经营项目，已取得批准文件；批准文件的持有人、项目、地址与申请一致，并在有效期内（未规定有效期的，自批准之日起90日）。',
    en: 'An item that must be approved before registration has its approval: of the same holder, item and address, and in force (90 days where it names no term).',
  },
  basis: [
    { law: '市场主体登记管理条例', article: '14' },
    { law: '市场主体登记管理条例实施细则', article: '22' },
    { law: '公司登记管理实施办法', article: '19(3)' },
  ],
  says: {
    MISSING: {
      zh: {
        fault: '“{wording}”须在登记前取得批准，但未提供批准文件。',
        mend: '请填写批准文件的内容；尚未取得批准的，可先删除该项目。',
      },
      en: {
        fault: '{wording} needs approval before registration, and none was given.',
        mend: 'Enter what the approval says; if there is none yet, drop the item for now.',
      },
    },
    HOLDER: {
      zh: {
        fault: '“{wording}”的批准文件不是拟设主体及其投资人、负责人持有的。',
        mend: '请核对持有人；批准文件属于他人的，不能使用。',
      },
      en: {
        fault: 'The approval for {wording} belongs neither to the business nor to who founds it.',
        mend: 'Check its holder; another’s approval cannot be used.',
      },
    },
    ADDRESS: {
      zh: {
        fault: '“{wording}”的批准文件所载地址与住所（经营场所）不一致。',
        mend: '请核对两处地址；在批准的地址以外经营的，须重新取得批准。',
      },
      en: {
        fault: 'The approval for {wording} is for another address than that of the business.',
        mend: 'Check both; to trade elsewhere, another approval is needed.',
      },
    },
    EXPIRED: {
      zh: {
        fault: '“{wording}”的批准文件已于{last}届满。',
        mend: '请取得新的批准文件；未规定有效期的，自批准之日起90日内有效。',
      },
      en: {
        fault: 'The approval for {wording} ended on {last}.',
        mend: 'Get a new one; without a term of its own it holds for 90 days.',
      },
    },
    CHECK: {
      zh: {
        fault: '“{wording}”的批准文件已填写，需由登记人员与批准机关核对。',
        mend: '无需更正；请准备批准文件，等待登记人员联系。',
      },
      en: {
        fault: 'The approval for {wording} was given: an official compares it with its authority.',
        mend: 'Nothing to correct; have the document at hand and wait for the official.',
      },
    },
    STRAY: {
      zh: {
        fault: '填写了“{wording}”的批准文件，但它不是所选经营范围中须在登记前取得批准的项目。',
        mend: '无需更正；也可以删除。',
      },
      en: {
        fault:
          'An approval for {wording} was given, which is no item of the scope that wants one before registration.',
        mend: 'Nothing to correct; it may be taken out.',
      },
    },
  },
};
