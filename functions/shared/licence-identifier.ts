const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ROOT = '1.2.156.3005.2.';
const PARTS = /^[0-9A-Z]{21}\.[0-9A-Z]{4,18}\.[0-9A-Z]{1,40}\.\d{3}\.[0-9A-Z]$/;

/** Type code of a business licence: the market regulator's own code and a number of three digits. */
export const BUSINESS_LICENCE_TYPE = '11100000MB0143028R001';

/** Why an identifier is none. */
export type IdentifierFault = 'STRUCTURE' | 'CHECK' | 'TYPE';

/**
 * The check character of ISO 7064 MOD 37,36 over digits and capitals.
 *
 * @param text type, issuer, serial and version without root and dots
 */
function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

/**
 * What is wrong with the identifier of an e-licence (电子证照标识, GB/T 36904-2018): root, type code, issuer,
 * serial, version of three digits and check character, joined by dots.
 *
 * @param types type codes that are known; another one is TYPE
 */
export function identifierFault(
  identifier: string,
  types: readonly string[] = [BUSINESS_LICENCE_TYPE],
): IdentifierFault | undefined {
  const parts = identifier.slice(ROOT.length);
  if (!identifier.startsWith(ROOT) || !PARTS.test(parts)) return 'STRUCTURE';
  if (!parts.endsWith(checkCharacter(parts.slice(0, -2).replaceAll('.', '')))) return 'CHECK';
  return types.includes(parts.slice(0, 21)) ? undefined : 'TYPE';
}
