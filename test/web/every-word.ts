import { words as enAgents } from '#web/words/en/agents.ts';
import { words as enApplications } from '#web/words/en/applications.ts';
import { words as enChecks } from '#web/words/en/checks.ts';
import { words as enDesk } from '#web/words/en/desk.ts';
import { words as enForm } from '#web/words/en/form.ts';
import { words as enLanding } from '#web/words/en/landing.ts';
import { words as enLists } from '#web/words/en/lists.ts';
import { words as enNames } from '#web/words/en/names.ts';
import { words as enNamings } from '#web/words/en/namings.ts';
import { words as enPages } from '#web/words/en/pages.ts';
import { words as enParties } from '#web/words/en/parties.ts';
import { words as enPublishing } from '#web/words/en/publishing.ts';
import { words as enSupervision } from '#web/words/en/supervision.ts';
import { words as enTrade } from '#web/words/en/trade.ts';
import type { Words } from '#web/words/words.ts';
import { words as zhHansAgents } from '#web/words/zh-hans/agents.ts';
import { words as zhHansApplications } from '#web/words/zh-hans/applications.ts';
import { words as zhHansChecks } from '#web/words/zh-hans/checks.ts';
import { words as zhHansDesk } from '#web/words/zh-hans/desk.ts';
import { words as zhHansForm } from '#web/words/zh-hans/form.ts';
import { words as zhHansLanding } from '#web/words/zh-hans/landing.ts';
import { words as zhHansLists } from '#web/words/zh-hans/lists.ts';
import { words as zhHansNames } from '#web/words/zh-hans/names.ts';
import { words as zhHansNamings } from '#web/words/zh-hans/namings.ts';
import { words as zhHansPages } from '#web/words/zh-hans/pages.ts';
import { words as zhHansParties } from '#web/words/zh-hans/parties.ts';
import { words as zhHansPublishing } from '#web/words/zh-hans/publishing.ts';
import { words as zhHansSupervision } from '#web/words/zh-hans/supervision.ts';
import { words as zhHansTrade } from '#web/words/zh-hans/trade.ts';
import { words as zhHantAgents } from '#web/words/zh-hant/agents.ts';
import { words as zhHantApplications } from '#web/words/zh-hant/applications.ts';
import { words as zhHantChecks } from '#web/words/zh-hant/checks.ts';
import { words as zhHantDesk } from '#web/words/zh-hant/desk.ts';
import { words as zhHantForm } from '#web/words/zh-hant/form.ts';
import { words as zhHantLanding } from '#web/words/zh-hant/landing.ts';
import { words as zhHantLists } from '#web/words/zh-hant/lists.ts';
import { words as zhHantNames } from '#web/words/zh-hant/names.ts';
import { words as zhHantNamings } from '#web/words/zh-hant/namings.ts';
import { words as zhHantPages } from '#web/words/zh-hant/pages.ts';
import { words as zhHantParties } from '#web/words/zh-hant/parties.ts';
import { words as zhHantPublishing } from '#web/words/zh-hant/publishing.ts';
import { words as zhHantSupervision } from '#web/words/zh-hant/supervision.ts';
import { words as zhHantTrade } from '#web/words/zh-hant/trade.ts';

/** Every text of the pages, in each language. */
export const zhHans: Words = {
  ...zhHansLanding,
  ...zhHansPages,
  ...zhHansApplications,
  ...zhHansNames,
  ...zhHansForm,
  ...zhHansTrade,
  ...zhHansParties,
  ...zhHansDesk,
  ...zhHansSupervision,
  ...zhHansPublishing,
  ...zhHansLists,
  ...zhHansChecks,
  ...zhHansAgents,
  ...zhHansNamings,
};
export const zhHant: Words = {
  ...zhHantLanding,
  ...zhHantPages,
  ...zhHantApplications,
  ...zhHantNames,
  ...zhHantForm,
  ...zhHantTrade,
  ...zhHantParties,
  ...zhHantDesk,
  ...zhHantSupervision,
  ...zhHantPublishing,
  ...zhHantLists,
  ...zhHantChecks,
  ...zhHantAgents,
  ...zhHantNamings,
};
export const en: Words = {
  ...enLanding,
  ...enPages,
  ...enApplications,
  ...enNames,
  ...enForm,
  ...enTrade,
  ...enParties,
  ...enDesk,
  ...enSupervision,
  ...enPublishing,
  ...enLists,
  ...enChecks,
  ...enAgents,
  ...enNamings,
};
