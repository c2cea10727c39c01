import { expect, it } from 'vitest';
import { review } from '#functions/review/review.ts';
import { tasksOfFindings } from '#functions/review/tasks-of-findings.ts';
import { tasksAfter } from '#functions/scope/tasks-after.ts';
import { aForm } from '#test/builders/a-form.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

const SCOPE = [
  '日用百货销售',
  '食品互联网销售（仅销售预包装食品）',
  '网络文化经营',
  '互联网直播服务（不含新闻信息服务、网络表演、网络视听节目）',
];
const filings = [
  { item: '食品互联网销售（仅销售预包装食品）', channels: ['ONLINE'], products: '坚果' },
  { item: '日用百货销售', channels: ['ONLINE'], products: '杯子' },
];

it('a decision leaves the tasks that its scope leaves', () => {
  const facts = reviewFacts({ form: aForm({ scope: { items: SCOPE }, filings }) });
  const { findings } = review(facts);
  const tasks = tasksOfFindings(findings, filings);
  expect(tasks.map(({ items }) => items)).toEqual([[SCOPE[2]], [SCOPE[3]], [SCOPE[1]]]);
  expect(tasks.at(-1)?.declared).toEqual([filings[0]]);
  const byItem = (some: typeof tasks) =>
    some.toSorted((a, b) => (a.items[0] ?? '').localeCompare(b.items[0] ?? ''));
  expect(byItem(tasks)).toEqual(byItem(tasksAfter(facts.scope.items, filings)));
});

it('other findings leave nothing to be done', () => {
  const finding = { rule: 'SC-01', version: 1, pointer: '/scope/items/0', says: 'UNKNOWN' };
  const found = { wording: '星际旅行服务', permit: '食品经营许可证 / 区市场监管' };
  expect(tasksOfFindings([{ ...finding, consequence: 'RETURN', found }], [])).toEqual([]);
  expect(
    tasksOfFindings([{ ...finding, rule: 'SC-05', says: 'DEFECT', consequence: 'REFER' }], []),
  ).toEqual([]);
});
