import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/** An item of the database, its keys among its members. */
type Item = Readonly<Record<string, unknown>>;

const Members = z.record(z.string(), z.unknown());

/**
 * Members of an item as one attribute: their JSON, deflated (RFC 1951). For what is only ever read
 * whole: an item is paid by the kilobyte, and each member of a map is walked by client and engine.
 */
export const packed = (members: object): { readonly packed: Uint8Array } => ({
  packed: deflateRawSync(JSON.stringify(members)),
});

/** An item as it was before some of its members were packed; any other as it is. */
export function unpacked(item: Item): Record<string, unknown> {
  const { packed: members, ...others } = item;
  if (!(members instanceof Uint8Array)) return { ...item };
  return { ...others, ...Members.parse(JSON.parse(inflateRawSync(members).toString('utf8'))) };
}
