/** What to call something by, of its members. */
const NAMES = ['name', 'word', 'id', 'rule'] as const;

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * The text that a fault is about: the value at a pointer (RFC 6901), or the name of what it is in.
 * Undefined where there is none, as for a member that is missing.
 */
export function valueAt(body: unknown, pointer: string): string | undefined {
  let at = body;
  let name: string | undefined;
  for (const step of pointer.split('/').slice(1)) {
    at = membersOf(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    const named = NAMES.map((it) => membersOf(at)[it]).find((it) => typeof it === 'string');
    if (typeof named === 'string') name = named;
  }
  const isText = typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean';
  const text = isText ? String(at) : '';
  return text === '' ? name : text;
}
