import type { ApplicationForm } from '#functions/application/form.ts';

export type Filing = NonNullable<ApplicationForm['filings']>[number];
export type Approval = NonNullable<ApplicationForm['approvals']>[number];

/** The list with more about one item, which joins it at its end where it is new. */
function told<Paper extends { item: string }>(
  papers: readonly Paper[] = [],
  item: string,
  tell: (paper: Paper | undefined) => Paper,
): Paper[] {
  const at = papers.findIndex((it) => it.item === item);
  return at < 0 ? [...papers, tell(undefined)] : papers.with(at, tell(papers[at]));
}

export const withFiling = (
  form: ApplicationForm,
  item: string,
  more: Partial<Filing>,
): ApplicationForm => ({
  ...form,
  filings: told<Filing>(form.filings, item, (it) => ({ ...it, ...more, item })),
});

export function withoutFiling(form: ApplicationForm, item: string): ApplicationForm {
  const { filings = [], ...others } = form;
  const kept = filings.filter((it) => it.item !== item);
  return { ...others, ...(kept.length > 0 && { filings: kept }) };
}

export const withApproval = (
  form: ApplicationForm,
  item: string,
  more: Partial<Approval>,
): ApplicationForm => ({
  ...form,
  approvals: told<Approval>(form.approvals, item, (it) => ({ ...it, ...more, item })),
});
