import { seeded } from '#local/sample/seeded.ts';
import { ADDRESS_PLANTS } from './address-plants.ts';
import { AGENT_PLANTS } from './agent-plants.ts';
import { CAPITAL_PLANTS } from './capital-plants.ts';
import { CLEAN_PLANTS } from './clean-plants.ts';
import { COMPLETENESS_PLANTS } from './completeness-plants.ts';
import { type Labelled, type Places, type Plant, withPlaces } from './labelled.ts';
import { BASE_NAMES, BASES, type Base, type Making, makingOf } from './lawful-bases.ts';
import { LICENCE_PLANTS } from './licence-plants.ts';
import { NAME_PLANTS } from './name-plants.ts';
import { ORGAN_PLANTS } from './organ-plants.ts';
import { PATTERN_PLANTS } from './pattern-plants.ts';
import { PEOPLE_PLANTS } from './people-plants.ts';
import { SCOPE_PLANTS } from './scope-plants.ts';

export const PLANTS: readonly Plant[] = [
  ...NAME_PLANTS,
  ...SCOPE_PLANTS,
  ...ADDRESS_PLANTS,
  ...CAPITAL_PLANTS,
  ...PEOPLE_PLANTS,
  ...ORGAN_PLANTS,
  ...LICENCE_PLANTS,
  ...AGENT_PLANTS,
  ...PATTERN_PLANTS,
  ...COMPLETENESS_PLANTS,
];

/** Nothing is planted: a company of 湖南 among the shareholders shows its licence all the same. */
const inOrder = (base: Base) => (base === 'hunan' ? { licence: { shows: 'VALID' } as const } : {});

/** A lawful application with all of these planted in it. */
export function planted(making: Making, base: Base, plants: readonly Plant[]): Labelled {
  const lawful = BASES[base](making);
  const places = plants.map(({ set = {} }) => placesOf(set, making, lawful));
  const form = withPlaces(lawful, Object.assign({}, ...places));
  const worlds = plants.map(({ world }) =>
    typeof world === 'function' ? world(making, form) : world,
  );
  return {
    id: `${base}: ${plants.map(nameOf).join(' & ') || 'in order'}`,
    base,
    form,
    world: Object.assign(worlds.length > 0 ? {} : inOrder(base), ...worlds),
    tells: plants.flatMap(({ tells }) => tells).toSorted(),
  };
}

const nameOf = ({ tells, which }: Plant): string =>
  [tells.join(' + '), which].filter((it) => it).join(' · ');

const placesOf = (
  set: NonNullable<Plant['set']>,
  making: Making,
  form: Labelled['form'],
): Places => (typeof set === 'function' ? set(making, form) : set);

/** What a finding hangs on beside its own place: who is an officer the roles say, what a share is of the shareholders, where an application belongs the name. */
const HANGS_ON: readonly (readonly [RegExp, string])[] = [
  [/^(OG|ID)-/, 'roles'],
  [/ \/filings/, 'scope'],
  [/ \/approvals/, 'scope'],
  [/ \/approvals/, 'name'],
  [/ \/approvals/, 'premises'],
  [/^CP-/, 'shareholders'],
  [/^AD-01 /, 'name'],
  [/^AD-05 /, 'scope'],
];

/** Members of the form, and of the world, in which two plants could meet. */
const touches = (plant: Plant, making: Making): ReadonlySet<string> => {
  const form = BASES[plant.on[0] ?? 'company'](making);
  const places = Object.keys(placesOf(plant.set ?? {}, making, form));
  const world = typeof plant.world === 'function' ? plant.world(making, form) : (plant.world ?? {});
  return new Set([
    ...places.map((it) => it.split('/')[1] ?? ''),
    ...plant.tells.map((it) => it.split(' ')[1]?.split('/')[1] ?? ''),
    ...plant.tells.flatMap((it) => HANGS_ON.flatMap(([on, member]) => (on.test(it) ? member : []))),
    ...Object.keys(world).map((it) => (it === 'names' ? 'name' : `the world’s ${it}`)),
    // the agent of a row is asked for with its file
    ...('row' in world ? ['the world’s agent'] : []),
    // who has not signed is told nothing of another’s application
    ...('before' in world ? ['the world’s signing'] : []),
  ]);
};

/** Two or three slips at once, on the base that all of them fit, in members of the form that do not meet. */
function* together(making: Making, seed: number, wanted: number): Generator<Labelled> {
  const { shuffled, between } = seeded(seed);
  const meeting = new Map(PLANTS.map((it) => [it, touches(it, making)]));
  const had = new Set<string>();
  while (had.size < wanted) {
    const chosen: Plant[] = [];
    const [first, ...others] = shuffled(
      PLANTS.filter(({ alone, tells }) => !alone && tells.length > 0),
    );
    const [base = 'company'] = shuffled(first?.on ?? []);
    for (const plant of [...(first ? [first] : []), ...others]) {
      const its = [...(meeting.get(plant) ?? [])];
      const apart = chosen.every((it) => !its.some((member) => meeting.get(it)?.has(member)));
      if (plant.on.includes(base) && apart) chosen.push(plant);
      if (chosen.length >= between(2, 3)) break;
    }
    const labelled = planted(making, base, chosen);
    if (chosen.length < 2 || had.has(labelled.id)) continue;
    had.add(labelled.id);
    yield labelled;
  }
}

/** One after the other: every plant is planted twice, where it can be, and every base has its share. */
const twoOf = (on: readonly Base[], turn: number): readonly Base[] =>
  on.filter((_, at) => (at + turn) % on.length < 2);

/** Slips that the machine returns, and nothing but slips: what mends them is a form in order. */
const isReturned = ({ tells, world, alone, set }: Plant): boolean =>
  set !== undefined &&
  !world &&
  !alone &&
  tells.some((it) => it.endsWith('RETURN')) &&
  !tells.some((it) => it.endsWith('REFUSAL'));

/** Returned for one slip, corrected in all that was told, and sent again: in order at the second attempt. */
function* corrected(making: Making): Generator<Labelled> {
  for (const [at, plant] of PLANTS.filter(isReturned).entries()) {
    const [base] = twoOf(plant.on, at);
    if (at % 4 !== 0 || !base) continue;
    const lawful = planted(making, base, []);
    const corrects = placesOf(plant.set ?? {}, making, lawful.form);
    yield {
      ...lawful,
      id: `${base}: corrected after ${nameOf(plant)}`,
      world: { ...lawful.world, corrects },
    };
  }
}

/** All applications of the corpus; the same for the same seed, but for keys and ids. */
export function corpusOf(seed: number): readonly Labelled[] {
  const making = makingOf(seed);
  return [
    ...BASE_NAMES.map((base) => planted(making, base, [])),
    ...[...CLEAN_PLANTS, ...PLANTS].flatMap((plant, at) =>
      twoOf(plant.on, at).map((base) => planted(making, base, [plant])),
    ),
    ...together(making, seed, 60),
    ...corrected(making),
  ];
}
