import type { Rule } from './rule.ts';
import { outsideInvestorAdmitted } from './rules/outside-investor-admitted.ts';
import { scopeBundleInForce } from './rules/scope-bundle-in-force.ts';
import { scopeFilingsFollow } from './rules/scope-filings-follow.ts';
import { scopeFitsType } from './rules/scope-fits-type.ts';
import { scopeFreeOfSensitiveTrades } from './rules/scope-free-of-sensitive-trades.ts';
import { scopeHasFirstItem } from './rules/scope-has-first-item.ts';
import { scopeItemsCompatible } from './rules/scope-items-compatible.ts';
import { scopeItemsStandard } from './rules/scope-items-standard.ts';
import { scopePermitsFollow } from './rules/scope-permits-follow.ts';
import { scopePreapprovalShown } from './rules/scope-preapproval-shown.ts';

/** The rules on business scope: they ask nothing of anybody, and are told to whoever asks for a preview. */
export const SCOPE_RULES: readonly Rule[] = [
  scopeItemsStandard,
  scopeHasFirstItem,
  scopePreapprovalShown,
  scopePermitsFollow,
  scopeFilingsFollow,
  scopeFitsType,
  scopeItemsCompatible,
  outsideInvestorAdmitted,
  scopeFreeOfSensitiveTrades,
  scopeBundleInForce,
];
