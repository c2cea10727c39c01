import { digestOf } from '../shared/digest.ts';
import type { Rule } from './rule.ts';
import { addressDeliverable } from './rules/address-deliverable.ts';
import { addressInDistrict } from './rules/address-in-district.ts';
import { addressProvedOrPromised } from './rules/address-proved-or-promised.ts';
import { applicationComplete } from './rules/application-complete.ts';
import { beneficialOwnersFiled } from './rules/beneficial-owners-filed.ts';
import { boardLawful } from './rules/board-lawful.ts';
import { capitalEqualsSubscriptions } from './rules/capital-equals-subscriptions.ts';
import { capitalInRenminbi } from './rules/capital-in-renminbi.ts';
import { capitalNotAbnormal } from './rules/capital-not-abnormal.ts';
import { contributionFormAllowed } from './rules/contribution-form-allowed.ts';
import { contributionsDueInFiveYears } from './rules/contributions-due-in-five-years.ts';
import { custodyCoversAYear } from './rules/custody-covers-a-year.ts';
import { documentNotExpired } from './rules/document-not-expired.ts';
import { headsOfAge } from './rules/heads-of-age.ts';
import { hostCreditworthy } from './rules/host-creditworthy.ts';
import { hostTakesTenant } from './rules/host-takes-tenant.ts';
import { identityDocumentValid } from './rules/identity-document-valid.ts';
import { legalRepresentativeInOffice } from './rules/legal-representative-in-office.ts';
import { liaisonOfAge } from './rules/liaison-of-age.ts';
import { liaisonReachable } from './rules/liaison-reachable.ts';
import { licenceGenuine } from './rules/licence-genuine.ts';
import { licenceInForce } from './rules/licence-in-force.ts';
import { licenceOfShareholderNamed } from './rules/licence-of-shareholder-named.ts';
import { licenceRegionRecognised } from './rules/licence-region-recognised.ts';
import { mandateCoversAct } from './rules/mandate-covers-act.ts';
import { nameDistinctInIndustry } from './rules/name-distinct-in-industry.ts';
import { nameDivisionFitsRegistrar } from './rules/name-division-fits-registrar.ts';
import { nameFormWordFitsType } from './rules/name-form-word-fits-type.ts';
import { nameHasItsParts } from './rules/name-has-its-parts.ts';
import { nameIndustryFitsScope } from './rules/name-industry-fits-scope.ts';
import { nameStateWordsAuthorised } from './rules/name-state-words-authorised.ts';
import { networkAddressOnPlatform } from './rules/network-address-on-platform.ts';
import { operatorEligible } from './rules/operator-eligible.ts';
import { outsideInvestorAdmitted } from './rules/outside-investor-admitted.ts';
import { personsVerified } from './rules/persons-verified.ts';
import { residentIdValid } from './rules/resident-id-valid.ts';
import { scopeBundleInForce } from './rules/scope-bundle-in-force.ts';
import { scopeFilingsFollow } from './rules/scope-filings-follow.ts';
import { scopeFitsHostAddress } from './rules/scope-fits-host-address.ts';
import { scopeFitsType } from './rules/scope-fits-type.ts';
import { scopeHasFirstItem } from './rules/scope-has-first-item.ts';
import { scopeItemsCompatible } from './rules/scope-items-compatible.ts';
import { scopeItemsStandard } from './rules/scope-items-standard.ts';
import { scopePermitsFollow } from './rules/scope-permits-follow.ts';
import { scopePreapprovalShown } from './rules/scope-preapproval-shown.ts';
import { shareholderCompanyCodeValid } from './rules/shareholder-company-code-valid.ts';
import { shareholderCompanyConsents } from './rules/shareholder-company-consents.ts';
import { shareholdersOneToFifty } from './rules/shareholders-one-to-fifty.ts';
import { soleOwnerDeclaresAmount } from './rules/sole-owner-declares-amount.ts';
import { supervisionLawful } from './rules/supervision-lawful.ts';
import { supervisorIndependent } from './rules/supervisor-independent.ts';
import { tradeNameDistinctive } from './rules/trade-name-distinctive.ts';
import { tradeNameFreeOfBannedWords } from './rules/trade-name-free-of-banned-words.ts';

/** In the order in which an applicant reads his form; no rule depends on another. */
export const RULES: readonly Rule[] = [
  applicationComplete,
  nameHasItsParts,
  nameDivisionFitsRegistrar,
  tradeNameDistinctive,
  nameFormWordFitsType,
  nameIndustryFitsScope,
  tradeNameFreeOfBannedWords,
  nameStateWordsAuthorised,
  nameDistinctInIndustry,
  scopeItemsStandard,
  scopeHasFirstItem,
  scopePreapprovalShown,
  scopePermitsFollow,
  scopeFilingsFollow,
  scopeFitsType,
  scopeItemsCompatible,
  outsideInvestorAdmitted,
  scopeBundleInForce,
  addressInDistrict,
  addressDeliverable,
  addressProvedOrPromised,
  networkAddressOnPlatform,
  hostTakesTenant,
  custodyCoversAYear,
  scopeFitsHostAddress,
  capitalEqualsSubscriptions,
  contributionsDueInFiveYears,
  shareholdersOneToFifty,
  contributionFormAllowed,
  capitalInRenminbi,
  capitalNotAbnormal,
  soleOwnerDeclaresAmount,
  operatorEligible,
  beneficialOwnersFiled,
  residentIdValid,
  identityDocumentValid,
  personsVerified,
  headsOfAge,
  liaisonOfAge,
  documentNotExpired,
  shareholderCompanyCodeValid,
  shareholderCompanyConsents,
  legalRepresentativeInOffice,
  boardLawful,
  supervisionLawful,
  supervisorIndependent,
  liaisonReachable,
  licenceGenuine,
  licenceInForce,
  licenceOfShareholderNamed,
  licenceRegionRecognised,
  mandateCoversAct,
  hostCreditworthy,
];

/** The rules in force, under the name by which decisions quote them. */
export const RULE_SET = { id: '2026-11', from: '2026-11-01', rules: RULES } as const;

/** Digest over every rule's id, version and parameters: two decisions with one hash were judged alike. */
export function ruleSetHash(rules: readonly Rule[] = RULES): Promise<string> {
  const known = hashes.get(rules);
  const hash =
    known ?? digestOf(rules.map(({ id, version, parameters }) => ({ id, version, parameters })));
  hashes.set(rules, hash);
  return hash;
}

const hashes = new WeakMap<readonly Rule[], Promise<string>>();
