import { namePartsFor, partsOf } from '../name/name-parts.ts';
import { bundlesOn } from '../published/bundles-in-force.ts';
import type { Edition } from '../published/edition.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { renderFinding } from '../review/finding-in-words.ts';
import { factsOf } from '../review/gathered-facts.ts';
import { reviewBy } from '../review/review-by.ts';
import { SCOPE_RULES } from '../review/scope-rules.ts';
import { CATALOGUE_ITEMS, CATALOGUE_RELEASE, exclusivePairs, inForce } from '../scope/catalogue.ts';
import { printedScope } from '../scope/chosen-scope.ts';
import { mainIndustryOf } from '../scope/main-industry.ts';
import { pastedScope } from '../scope/pasted-scope.ts';
import { premisesAdvice } from '../scope/premises-advice.ts';
import { registrationDuty } from '../scope/registration-duty.ts';
import { shopCategories } from '../scope/shop-categories.ts';
import { suggestionsFor } from '../scope/suggestions.ts';
import { tasksAfter } from '../scope/tasks-after.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { inTongue, remarkIn } from '../shared/language.ts';
import type { UseCases } from './request.ts';
import type { SCOPE_ROUTES } from './scope.routes.ts';
import { shopCategoryViews } from './scope-view.ts';
import { taskViews } from './task-view.ts';

/** What a form holds of items, and of one item. */
const MOST_ITEMS = 200;
const LONGEST_ITEM = 200;

/** The nearest wordings of an unknown one, and how many unknown ones are looked up. */
const NEAREST = 3;
const MOST_LOOKED_UP = 20;

/** What others may keep, in seconds: short, because what is in force changes at midnight. */
const CACHED = { 'cache-control': 'public, max-age=300' };

/** The same release shows the same on the same day. */
const sameDay = (on: LegalDate, acts = 0) => ({
  ...CACHED,
  etag: `"${CATALOGUE_RELEASE}.${on}${acts > 0 ? `.${acts}` : ''}"`,
});

const nearest = (wording: string, on: LegalDate): string[] =>
  suggestionsFor(wording, on, NEAREST).items.map(({ item }) => item.wording);

interface ScopePorts {
  /** every edition of dated data that officials have published */
  published(): Promise<readonly Edition[]>;
  now(): number;
}

/** Counts what officials did about bundles: it grows with each act. */
const actsOn = (editions: readonly Edition[]): number =>
  editions
    .filter(({ content }) => content.kind === 'BUNDLE')
    .reduce((acts, { version }) => acts + version, 0);

/** What anybody may ask about business scope. It reads nothing but the catalogue and what was published. */
export function scopeUseCases({ published, now }: ScopePorts): UseCases<typeof SCOPE_ROUTES> {
  const today = () => legalDateOf(new Date(now()).toISOString());
  return {
    async suggestScope({ query: { q, limit, on = today() } }) {
      const bundles = bundlesOn(await published(), on);
      return { status: 200, body: suggestionsFor(q, on, limit, bundles), headers: CACHED };
    },

    async listScopeItems({ query: { on = today() } }) {
      const items = CATALOGUE_ITEMS.filter((it) => inForce(it, on)).map(
        ({ item, aliases, from, until }) => ({ ...item, aliases, from, until }),
      );
      const body = { release: CATALOGUE_RELEASE, on, items, exclusivePairs };
      return { status: 200, body, headers: sameDay(on) };
    },

    async listScopeBundles({ query: { on = today() } }) {
      const editions = await published();
      const bundles = bundlesOn(editions, on);
      const body = { release: CATALOGUE_RELEASE, on, bundles };
      return { status: 200, body, headers: sameDay(on, actsOn(editions)) };
    },

    async previewScope({ body: { pasted, ...form }, language }) {
      const on = today();
      const wordings = pastedScope(pasted ?? '').map((it) =>
        it.slice(0, LONGEST_ITEM).toWellFormed(),
      );
      const items = [...(form.scope?.items ?? []), ...wordings];
      const scope = {
        ...form.scope,
        ...(items.length > 0 && { items: items.slice(0, MOST_ITEMS) }),
      };
      const at = `${on}T04:00:00.000Z`;
      const facts = factsOf(
        { ...form, scope },
        {
          ...{ submittedAt: at, now: at, place: 'NOT_NEEDED', editions: await published() },
          ...{ nameConflicts: [], licences: [], identities: [] },
        },
      );
      const chosen = facts.scope;
      const mainIndustry = mainIndustryOf(chosen.items);
      const said = inTongue(language);
      const registrar = registrarOf(form.registrar, on);
      const parts = facts.name && partsOf(facts.name);
      return {
        status: 200,
        headers: { 'content-language': language },
        body: {
          on,
          catalogue: CATALOGUE_RELEASE,
          ...remarkIn(language),
          scope,
          printed: printedScope(chosen.items),
          ...(mainIndustry && { mainIndustry }),
          items: chosen.items,
          unknown: chosen.unknown.map((it, index) => ({
            ...it,
            nearest: index < MOST_LOOKED_UP ? nearest(it.wording, on) : [],
          })),
          findings: reviewBy(facts, SCOPE_RULES).findings.map((it) => renderFinding(it, language)),
          tasks: taskViews(tasksAfter(chosen.items, form.filings), language),
          categories: shopCategoryViews(shopCategories(chosen.items, on), language),
          premises: premisesAdvice({ type: form.type, items: chosen.items, registrar }).map(
            ({ kind, may, because }) => ({
              kind,
              may,
              because: because.map(({ zh, en, ...told }) => ({ text: said({ zh, en }), ...told })),
            }),
          ),
          naming: {
            ...namePartsFor(form.type, registrar, chosen.items[0]),
            ...(parts && { parts }),
          },
        },
      };
    },

    async readDuty({ body, language }) {
      const { duty, because, basis, also } = registrationDuty(body);
      const said = inTongue(language);
      return {
        status: 200,
        headers: { 'content-language': language },
        body: {
          duty,
          because: said(because),
          ...remarkIn(language),
          basis,
          also: also.map(({ zh, en, ...law }) => ({ text: said({ zh, en }), ...law })),
        },
      };
    },
  };
}
