/** One place at which two versions differ; absent on the side that has nothing there. */
interface Difference {
  /** JSON Pointer (RFC 6901) */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/**
 * Where two versions of a form differ, member by member and in the order of the later one. Lists of
 * plain values are compared by what is in them, other lists place by place.
 */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isMembers(before) && isMembers(after))
    return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((name) =>
      differences(before[name], after[name], `${pointer}/${escaped(name)}`),
    );
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, pointer);
  return before === after ? [] : [{ pointer, before, after }];
}

function ofLists(
  before: readonly unknown[],
  after: readonly unknown[],
  pointer: string,
): Difference[] {
  if (![...before, ...after].every(isPlain)) {
    const places = Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at);
    return places.flatMap((at) => differences(before[at], after[at], `${pointer}/${at}`));
  }
  const gone = before.filter((it) => !after.includes(it));
  const come = after.filter((it) => !before.includes(it));
  if (gone.length + come.length > 0) return [{ pointer, before: gone, after: come }];
  const sameOrder = before.length === after.length && before.every((it, at) => it === after[at]);
  return sameOrder ? [] : [{ pointer, before, after }];
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** What stands at a place of a form; undefined where nothing does. */
export const valueAt = (form: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => {
      if (Array.isArray(value)) return value[Number(name)];
      return isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }, form);
