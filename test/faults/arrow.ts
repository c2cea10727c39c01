import type { DatabaseCall } from '#local/database-proxy.ts';

/** Both lanes of a machine are one definition. */
export const machineOf = (name: string): string =>
  (['registration', 'review', 'batch'] as const).find((it) => name.toLowerCase().includes(it)) ??
  name;

/** A kind of request: operation, and what it touches with numbers and ids left out. */
export function arrowOf({ operation, tables, index, keys }: DatabaseCall): string {
  const kinds = keys.map((key) => {
    const [, pk = '', sk = ''] = /^\S+ ([^|]*)\|(.*)$/.exec(key) ?? [];
    const kind = sk
      .replace(/#(ap_|st_).*/, '')
      .replace(/^(READ|KEY|STANDING|STATUS|ENDED|SLICE|HOUR|DAY|WEEK|FIRST)#.*/, '$1');
    return `${pk.replace(/#.*/, '')}.${kind.replace(/#?\d+/g, '')}`;
  });
  const touched = [...new Set(kinds)].sort().join('+') || tables.join('+').replace(/^.*-/, '');
  return `${operation} ${touched}${index ? ` by ${index}` : ''}`;
}
