import { useTranslation } from 'react-i18next';
import type { ScopeItem } from './scope-answers.ts';

/** Whether something must be got for an item, and whether before registration. */
export function ItemTags({ of }: { readonly of: ScopeItem | undefined }) {
  const { t, i18n } = useTranslation();
  if (!of || of.kind === 'general') return null;
  const kind = of.preApproval ? 'approval' : of.kind;
  return (
    <span className={of.preApproval ? 'tag grave' : 'tag'} lang={i18n.language}>
      {t(`tradeTag.${kind}`)}
    </span>
  );
}
