import type { Rule } from './rule.ts';
import { addressDeliverable } from './rules/address-deliverable.ts';
import { addressInDistrict } from './rules/address-in-district.ts';
import { addressNotCrowded } from './rules/address-not-crowded.ts';
import { addressProvedOrPromised } from './rules/address-proved-or-promised.ts';
import { agentInStanding } from './rules/agent-in-standing.ts';
import { agentSeldomReturned } from './rules/agent-seldom-returned.ts';
import { applicantsNotBarred } from './rules/applicants-not-barred.ts';
import { applicationComplete } from './rules/application-complete.ts';
import { applicationNotRepeated } from './rules/application-not-repeated.ts';
import { beneficialOwnersFiled } from './rules/beneficial-owners-filed.ts';
import { boardLawful } from './rules/board-lawful.ts';
import { buildingMayBeUsed } from './rules/building-may-be-used.ts';
import { capitalEqualsSubscriptions } from './rules/capital-equals-subscriptions.ts';
import { capitalInRenminbi } from './rules/capital-in-renminbi.ts';
import { capitalNotAbnormal } from './rules/capital-not-abnormal.ts';
import { capitalReachesMinimum } from './rules/capital-reaches-minimum.ts';
import { charterFitsOrgans } from './rules/charter-fits-organs.ts';
import { clientHasOneSource } from './rules/client-has-one-source.ts';
import { contactsOfTheirOwn } from './rules/contacts-of-their-own.ts';
import { contributionFormAllowed } from './rules/contribution-form-allowed.ts';
import { contributionsDueInFiveYears } from './rules/contributions-due-in-five-years.ts';
import { copiesLookedAt } from './rules/copies-looked-at.ts';
import { custodyCoversAYear } from './rules/custody-covers-a-year.ts';
import { documentNotExpired } from './rules/document-not-expired.ts';
import { favouredGoesFirst } from './rules/favoured-goes-first.ts';
import { foundersMayTrade } from './rules/founders-may-trade.ts';
import { headOfFew } from './rules/head-of-few.ts';
import { headsOfAge } from './rules/heads-of-age.ts';
import { hostAddressInPattern } from './rules/host-address-in-pattern.ts';
import { hostCreditworthy } from './rules/host-creditworthy.ts';
import { hostTakesTenant } from './rules/host-takes-tenant.ts';
import { identityDocumentLive } from './rules/identity-document-live.ts';
import { identityDocumentValid } from './rules/identity-document-valid.ts';
import { laneSwitchedOn } from './rules/lane-switched-on.ts';
import { legalRepresentativeInOffice } from './rules/legal-representative-in-office.ts';
import { liaisonOfAge } from './rules/liaison-of-age.ts';
import { liaisonReachable } from './rules/liaison-reachable.ts';
import { licenceGenuine } from './rules/licence-genuine.ts';
import { licenceIdentifierValid } from './rules/licence-identifier-valid.ts';
import { licenceInForce } from './rules/licence-in-force.ts';
import { licenceOfShareholderNamed } from './rules/licence-of-shareholder-named.ts';
import { licenceRegionRecognised } from './rules/licence-region-recognised.ts';
import { licenceUsedByConsent } from './rules/licence-used-by-consent.ts';
import { mandateCoversAct } from './rules/mandate-covers-act.ts';
import { nameDistinctInIndustry } from './rules/name-distinct-in-industry.ts';
import { nameDivisionFitsRegistrar } from './rules/name-division-fits-registrar.ts';
import { nameFormWordFitsType } from './rules/name-form-word-fits-type.ts';
import { nameHasItsParts } from './rules/name-has-its-parts.ts';
import { nameIndustryFitsScope } from './rules/name-industry-fits-scope.ts';
import { nameNotNearAnother } from './rules/name-not-near-another.ts';
import { nameReservationAlive } from './rules/name-reservation-alive.ts';
import { nameStateWordsAuthorised } from './rules/name-state-words-authorised.ts';
import { nameWordsWeighed } from './rules/name-words-weighed.ts';
import { networkAddressOnPlatform } from './rules/network-address-on-platform.ts';
import { noPersonDenies } from './rules/no-person-denies.ts';
import { officersHeadedNoneRevoked } from './rules/officers-headed-none-revoked.ts';
import { officersNotBarred } from './rules/officers-not-barred.ts';
import { officersPayDebts } from './rules/officers-pay-debts.ts';
import { operatorEligible } from './rules/operator-eligible.ts';
import { outsideInvestorCertified } from './rules/outside-investor-certified.ts';
import { personsVerified } from './rules/persons-verified.ts';
import { promisesByTextInForce } from './rules/promises-by-text-in-force.ts';
import { publicInterestUnharmed } from './rules/public-interest-unharmed.ts';
import { residentIdValid } from './rules/resident-id-valid.ts';
import { scopeFitsHostAddress } from './rules/scope-fits-host-address.ts';
import { shareholderCompanyCodeValid } from './rules/shareholder-company-code-valid.ts';
import { shareholderCompanyConsents } from './rules/shareholder-company-consents.ts';
import { shareholdersOneToFifty } from './rules/shareholders-one-to-fifty.ts';
import { soleOwnerDeclaresAmount } from './rules/sole-owner-declares-amount.ts';
import { supervisionLawful } from './rules/supervision-lawful.ts';
import { supervisorIndependent } from './rules/supervisor-independent.ts';
import { textsLegible } from './rules/texts-legible.ts';
import { tradeNameDistinctive } from './rules/trade-name-distinctive.ts';
import { tradeNameFreeOfBannedWords } from './rules/trade-name-free-of-banned-words.ts';
import { SCOPE_RULES } from './scope-rules.ts';

/** In the order in which an applicant reads his form; no rule depends on another. */
export const RULES: readonly Rule[] = [
  applicationComplete,
  textsLegible,
  nameHasItsParts,
  nameDivisionFitsRegistrar,
  tradeNameDistinctive,
  nameFormWordFitsType,
  nameIndustryFitsScope,
  tradeNameFreeOfBannedWords,
  nameStateWordsAuthorised,
  nameWordsWeighed,
  nameDistinctInIndustry,
  nameNotNearAnother,
  nameReservationAlive,
  ...SCOPE_RULES,
  addressInDistrict,
  addressDeliverable,
  addressProvedOrPromised,
  buildingMayBeUsed,
  addressNotCrowded,
  networkAddressOnPlatform,
  hostTakesTenant,
  custodyCoversAYear,
  scopeFitsHostAddress,
  hostAddressInPattern,
  promisesByTextInForce,
  capitalEqualsSubscriptions,
  contributionsDueInFiveYears,
  shareholdersOneToFifty,
  contributionFormAllowed,
  capitalInRenminbi,
  capitalNotAbnormal,
  capitalReachesMinimum,
  soleOwnerDeclaresAmount,
  operatorEligible,
  beneficialOwnersFiled,
  residentIdValid,
  identityDocumentValid,
  outsideInvestorCertified,
  personsVerified,
  headsOfAge,
  liaisonOfAge,
  documentNotExpired,
  noPersonDenies,
  identityDocumentLive,
  foundersMayTrade,
  shareholderCompanyCodeValid,
  shareholderCompanyConsents,
  legalRepresentativeInOffice,
  boardLawful,
  supervisionLawful,
  supervisorIndependent,
  officersNotBarred,
  officersPayDebts,
  officersHeadedNoneRevoked,
  charterFitsOrgans,
  liaisonReachable,
  licenceIdentifierValid,
  licenceGenuine,
  licenceInForce,
  licenceOfShareholderNamed,
  licenceRegionRecognised,
  licenceUsedByConsent,
  agentInStanding,
  mandateCoversAct,
  applicationNotRepeated,
  applicantsNotBarred,
  headOfFew,
  contactsOfTheirOwn,
  copiesLookedAt,
  agentSeldomReturned,
  clientHasOneSource,
  hostCreditworthy,
  favouredGoesFirst,
  publicInterestUnharmed,
  laneSwitchedOn,
];

/** The rules that this code carries, and since when they are in force. */
export const RULE_SET = { id: '2026-11', from: '2026-11-01', rules: RULES } as const;
