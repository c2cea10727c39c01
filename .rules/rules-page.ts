import type { RULE_SET } from '../functions/review/rule-set.ts';
import type { RuleInWords } from './read-rules.ts';

const CONSEQUENCE = {
  RETURN: 'returned (退回)',
  REFER: 'a person decides (转人工)',
  PROPOSE_REFUSAL: 'a person is asked to refuse (建议不予登记)',
  WARN: 'told and kept (提示)',
};

const DAY = { SUBMISSION: 'submission (提交之日)', DECISION: 'decision (审核之日)' };

/** Every rule of a rule set as one table in Markdown, in the order in which an applicant reads his form. */
export function rulesPage({
  id,
  from,
  rules,
}: Pick<typeof RULE_SET, 'id' | 'from'> & { readonly rules: readonly RuleInWords[] }): string {
  const rows = rules.map(({ id, version, requires, basis, onBreach, counts, parameters }) => {
    const law = basis.map(({ law, article }) => `《${law}》${article ? ` ${article}` : ''}`);
    const figures = parameters ? `<br>\`${JSON.stringify(parameters)}\`` : '';
    const cells = [
      `${id} v${version}`,
      `${requires.zh}<br>${requires.en}${figures}`,
      law.join('<br>'),
      CONSEQUENCE[onBreach],
      counts ? DAY[counts] : '',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `# Rules of the automatic review (自动审核规则)`,
    '',
    `Rule set \`${id}\`, in force from ${from}: ${rules.length} rules. Made from \`rules/\` by \`npm run rules\`; not written by hand.`,
    'The consequence is that of a breach; a single fault of a rule may have another, which its file says.',
    'No rules of a review, because they are not about one application: BA-09, one row’s fault never stops the others (`batch/`); RC-03, second readings of approvals (`statistics/`).',
    '',
    '| rule | what must hold | basis | on breach | day that counts |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
