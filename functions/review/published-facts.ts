import type { ApplicationForm } from '../application/form.ts';
import { asMeant } from '../name/name-characters.ts';
import { bundlePublished } from '../published/bundles-in-force.ts';
import type { Edition, Lane } from '../published/edition.ts';
import { limitsPublished, stopWordsOn, switchedOff } from '../published/in-force.ts';
import type { StatisticalFigures } from '../registrar/statistical-figures.ts';
import type { LegalDate } from '../shared/calendar.ts';

/**
 * What officials had published, as far as it has a part in a review: all of it that a replay needs, and
 * the editions in which it stands.
 */
export interface PublishedFacts {
  readonly editions?: readonly string[];
  /** statistical figures of the registrar, where others count than those of the release */
  readonly limits?: StatisticalFigures;
  /** words of rule RC-04, and where in the form they stand */
  readonly stopWords?: readonly {
    readonly pointer: string;
    readonly word: string;
    readonly ground: string;
  }[];
  /** ids of rules that are switched off: a person decides instead */
  readonly switchedOff?: readonly string[];
  /** the lane of this application, where its automatic decisions are switched off */
  readonly laneOff?: Lane;
}

interface Asked {
  readonly form: ApplicationForm;
  readonly registrar: string | undefined;
  readonly lane: Lane;
  readonly submittedOn: LegalDate;
  readonly decidedOn: LegalDate;
}

/**
 * Chooses from the editions by the day that counts: limits and bundles by that of the submission, the
 * stop list by that of the decision, switches as they stand. Undefined where nothing has a part.
 */
export function publishedFacts(
  editions: readonly Edition[],
  { form, registrar, lane, submittedOn, decidedOn }: Asked,
): PublishedFacts | undefined {
  const limits = limitsPublished(editions, registrar, submittedOn);
  const bundle = form.scope?.bundle && bundlePublished(editions, form.scope.bundle.id, submittedOn);
  const texts = textsOf(form);
  const hits = stopWordsOn(editions, registrar, decidedOn).flatMap(({ id, content }) =>
    content.words.flatMap(({ word, ground }) =>
      texts
        .filter(({ text }) => text.includes(read(word)))
        .map(({ pointer }) => ({ id, pointer, word, ground })),
    ),
  );
  const off = switchedOff(editions, registrar);
  const used = [limits?.edition, bundle?.id, ...hits.map(({ id }) => id)].filter(
    (it) => it !== undefined,
  );
  const facts: PublishedFacts = {
    ...(used.length > 0 && { editions: [...new Set(used)] }),
    ...(limits && { limits: limits.figures }),
    ...(hits.length > 0 && { stopWords: hits.map(({ id: _edition, ...hit }) => hit) }),
    ...(off.rules.length > 0 && { switchedOff: off.rules }),
    ...(off.lanes.includes(lane) && { laneOff: lane }),
  };
  return Object.keys(facts).length > 0 ? facts : undefined;
}

const read = (text: string): string => asMeant(text).toLowerCase();

/** What a business would be called, and what it asks for as scope. */
function textsOf({ name, scope }: ApplicationForm) {
  return [
    { pointer: '/name', text: name ?? '' },
    ...(scope?.items ?? []).map((text, index) => ({ pointer: `/scope/items/${index}`, text })),
  ].map(({ pointer, text }) => ({ pointer, text: read(text) }));
}
