import type { Clock } from '../shared/calendar.ts';
import type { Host } from './host.ts';

/**
 * So long a host is taken to be as it was read, in milliseconds, where it is only asked what to try: a
 * place is claimed by its own item, and the review reads the host anew.
 */
const BELIEVED_MS = 5_000;
/** Of so many hosts at most, so that no process grows with the register. */
const REMEMBERED = 500;

/** Hosts as this process read them a moment ago; one that was not there is looked for again. */
export function recentHosts(
  read: (id: string) => Promise<Host | undefined>,
  now: Clock,
): (id: string) => Promise<Host | undefined> {
  const known = new Map<string, { readonly host: Host; readonly until: number }>();
  return async (id) => {
    const recent = known.get(id);
    if (recent && recent.until > now()) return recent.host;
    const host = await read(id);
    if (known.size >= REMEMBERED) known.clear();
    if (host) known.set(id, { host, until: now() + BELIEVED_MS });
    else known.delete(id);
    return host;
  };
}
