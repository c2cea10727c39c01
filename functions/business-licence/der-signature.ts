/**
 * The JOSE form of an ECDSA signature on P-256: r‖s, 32 bytes each.
 *
 * @param der SEQUENCE { INTEGER r, INTEGER s }, as KMS answers (RFC 3279, 2.2.3)
 * @throws {RangeError} when `der` is not the one DER form of such a pair
 */
export function rawSignature(der: Uint8Array): Uint8Array {
  const [tag, length] = der;
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  if (tag !== 0x30 || length !== der.length - 2 || s.end !== der.length) throw notDer();
  const raw = new Uint8Array(64);
  raw.set(r.value, 32 - r.value.length);
  raw.set(s.value, 64 - s.value.length);
  return raw;
}

/** The positive INTEGER that begins at `start`, big-endian without leading zeros, and where it ends. */
function integerAt(
  der: Uint8Array,
  start: number,
): { readonly value: Uint8Array; readonly end: number } {
  const [tag, length = 0] = der.subarray(start);
  const content = der.subarray(start + 2, start + 2 + length);
  const [first = 0x80, second = 0] = content;
  const padded = first === 0 && second >= 0x80;
  const value = padded ? content.subarray(1) : content;
  const minimal = padded || (first > 0 && first < 0x80);
  if (tag !== 0x02 || length !== content.length || !minimal || value.length > 32) throw notDer();
  return { value, end: start + 2 + length };
}

const notDer = (): RangeError => new RangeError('not a DER signature on P-256');
