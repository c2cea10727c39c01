/** A document or a part of one, as JSON. */
type Json = unknown;
type Members = Readonly<Record<string, Json>>;

const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const members = (value: Json): Members => (isMembers(value) ? value : {});
const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);
const at = (value: Json, ...path: readonly string[]): Json =>
  path.reduce<Json>((it, name) => members(it)[name], value);
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];
/** Limits that refuse more when they become smaller, and when they become larger. */
const SMALLER = ['maximum', 'maxLength', 'maxItems'];
const LARGER = ['minimum', 'minLength', 'minItems'];

/**
 * What of the document `before` a client may rely on and `after` takes away; in words, one line each.
 *
 * A request that was good must stay good: no route, audience, member or value less, nothing more
 * required, no limit tighter. What an answer held it must hold: no status, member or type less, and
 * nothing required that may now be missing. A higher first number of the version allows everything.
 */
export function breakingChanges(before: Json, after: Json): string[] {
  if (majorOf(after) > majorOf(before)) return [];
  const found: string[] = [];
  for (const [path, operations] of Object.entries(members(at(before, 'paths')))) {
    for (const method of METHODS) {
      const old = members(operations)[method];
      if (old === undefined) continue;
      const name = `${method.toUpperCase()} ${path}`;
      const next = at(after, 'paths', path, method);
      if (next === undefined) found.push(`${name}: removed`);
      else found.push(...ofOperation(old, next, before, after).map((it) => `${name} ${it}`));
    }
  }
  return [...new Set(found)];
}

const majorOf = (document: Json): number =>
  Number.parseInt(String(at(document, 'info', 'version') ?? 0), 10);

function ofOperation(old: Json, next: Json, before: Json, after: Json): string[] {
  const found: string[] = [];
  const lets = (it: Json) => list(at(it, 'security')).flatMap((way) => Object.keys(members(way)));
  for (const audience of lets(old))
    if (lets(next).length > 0 && !lets(next).includes(audience))
      found.push(`no longer lets in: ${audience}`);
  if (lets(old).length === 0 && lets(next).length > 0) found.push('asks for a token');

  const asked = (it: Json) =>
    new Map(list(at(it, 'parameters')).map((one) => [`${at(one, 'in')} ${at(one, 'name')}`, one]));
  const olds = asked(old);
  for (const [name, parameter] of asked(next)) {
    const was = olds.get(name);
    if (at(parameter, 'required') === true && at(was, 'required') !== true)
      found.push(`now requires ${name}`);
    if (was)
      found.push(...ofInput(at(was, 'schema'), at(parameter, 'schema'), before, after, name));
  }
  for (const name of olds.keys()) if (!asked(next).has(name)) found.push(`no longer takes ${name}`);

  const body = ['requestBody', 'content', 'application/json', 'schema'];
  if (at(old, 'requestBody') === undefined && at(next, 'requestBody', 'required') === true)
    found.push('now requires a body');
  found.push(...ofInput(at(old, ...body), at(next, ...body), before, after, 'body'));

  for (const [status, answer] of Object.entries(members(at(old, 'responses')))) {
    if (!/^2/.test(status)) continue;
    const now = at(next, 'responses', status);
    if (now === undefined) found.push(`no longer answers ${status}`);
    for (const [media, { schema }] of Object.entries(members(at(answer, 'content'))).map(
      ([type, content]) => [type, members(content)] as const,
    )) {
      const told = at(now, 'content', media);
      if (now !== undefined && told === undefined) found.push(`${status} is no longer ${media}`);
      else found.push(...ofOutput(schema, at(told, 'schema'), before, after, status));
    }
  }
  return found;
}

function resolved(schema: Json, document: Json): Json {
  const name = String(at(schema, '$ref') ?? '')
    .split('/')
    .at(-1);
  return name ? at(document, 'components', 'schemas', name) : schema;
}

const namesOf = (schema: Json) => Object.keys(members(at(schema, 'properties')));
const required = (schema: Json) => list(at(schema, 'required')).map(String);
/** Values that a schema is limited to; undefined where it is not. */
const valuesOf = (schema: Json): readonly Json[] | undefined => {
  const { const: only, enum: some } = members(schema);
  if (only !== undefined) return [only];
  return Array.isArray(some) ? some : undefined;
};
/** Types that a schema allows; none given = any. */
const typesOf = (schema: Json): readonly Json[] => [at(schema, 'type') ?? []].flat();
/** Whether every type of the one is among those of the other. */
const within = (some: Json, more: Json): boolean =>
  typesOf(more).length === 0 ||
  (typesOf(some).length > 0 && typesOf(some).every((type) => typesOf(more).includes(type)));
const alternatives = (schema: Json) => list(at(schema, 'anyOf') ?? at(schema, 'oneOf'));

type Compare = (old: Json, next: Json, before: Json, after: Json, place: string) => string[];

/** Walks down two schemas side by side; both were there. */
const inside =
  (compare: Compare): Compare =>
  (old, next, before, after, place) => [
    ...namesOf(old)
      .filter((name) => namesOf(next).includes(name))
      .flatMap((name) => {
        const property = (it: Json) => at(it, 'properties', name);
        return compare(property(old), property(next), before, after, `${place}/${name}`);
      }),
    ...['items', 'additionalProperties']
      .filter((name) => isMembers(at(old, name)) && isMembers(at(next, name)))
      .flatMap((name) => compare(at(old, name), at(next, name), before, after, `${place}/*`)),
    ...alternatives(old).flatMap((it, index) => {
      const other = alternatives(next)[index];
      return other === undefined
        ? [`${place}: an alternative less`]
        : compare(it, other, before, after, place);
    }),
  ];

const ofInput: Compare = (oldSchema, nextSchema, before, after, place) => {
  const old = resolved(oldSchema, before);
  const next = resolved(nextSchema, after);
  if (old === undefined || next === undefined) return [];
  const [were, are] = [valuesOf(old), valuesOf(next)];
  const limit = (name: string, tighter: (a: number, b: number) => boolean) => {
    const [was, is] = [at(old, name), at(next, name)];
    return typeof is === 'number' && (typeof was !== 'number' || tighter(was, is))
      ? [`${place}: ${name} is tighter`]
      : [];
  };
  return [
    ...(within(old, next) ? [] : [`${place}: another type`]),
    ...(at(next, 'pattern') === undefined || at(old, 'pattern') === at(next, 'pattern')
      ? []
      : [`${place}: another pattern`]),
    ...(are === undefined ? [] : (were ?? ['…']).filter((it) => !are.includes(it))).map(
      (it) => `${place}: no longer takes ${it}`,
    ),
    ...SMALLER.flatMap((name) => limit(name, (was, is) => is < was)),
    ...LARGER.flatMap((name) => limit(name, (was, is) => is > was)),
    ...namesOf(old)
      .filter((name) => !namesOf(next).includes(name))
      .map((name) => `${place}/${name}: no longer taken`),
    ...required(next)
      .filter((name) => !required(old).includes(name))
      .map((name) => `${place}/${name}: now required`),
    ...inside(ofInput)(old, next, before, after, place),
  ];
};

const ofOutput: Compare = (oldSchema, nextSchema, before, after, place) => {
  const old = resolved(oldSchema, before);
  const next = resolved(nextSchema, after);
  if (old === undefined || next === undefined) return [];
  return [
    ...(within(next, old) ? [] : [`${place}: another type`]),
    ...namesOf(old)
      .filter((name) => !namesOf(next).includes(name))
      .map((name) => `${place}/${name}: no longer told`),
    ...required(old)
      .filter((name) => namesOf(next).includes(name) && !required(next).includes(name))
      .map((name) => `${place}/${name}: may now be missing`),
    ...inside(ofOutput)(old, next, before, after, place),
  ];
};
