import type { LicenceCheck } from './licence-check.ts';

/** What the face of a business licence says: public as the register is. */
const FACE = [
  ...['name', 'uscc', 'identifier', 'legal_representative', 'type', 'address', 'capital_fen'],
  ...['scope', 'registrar', 'established', 'term_until'],
];
/** Of the token itself (RFC 7519, RFC 9901, SD-JWT VC). */
const TOKEN = [
  ...['iss', 'sub', 'iat', 'nbf', 'exp', 'jti', 'cnf', 'vct', 'vct#integrity', 'status'],
  '_sd_alg',
];
const ASKED = new Set([...FACE, ...TOKEN]);

/** So many names are kept. */
const MOST_NAMED = 10;

/**
 * For what a licence was read, and by whose consent (个人信息保护法 art. 13, 28, 29): its holder's own
 * key, or that he had it shown. Claims that no business licence needs to show are named, never kept.
 */
export function licenceUse(
  claims: Readonly<Record<string, unknown>>,
  signed: LicenceCheck['signed'],
): NonNullable<LicenceCheck['use']> {
  const beyond = Object.keys(claims)
    .filter((name) => !ASKED.has(name))
    .map((name) => name.slice(0, 60));
  return {
    purpose: 'SHAREHOLDER',
    consent: signed === undefined ? 'SHOWN' : signed === 'SIGNED' ? 'SIGNED' : 'NONE',
    ...(beyond.length > 0 && { beyond: beyond.slice(0, MOST_NAMED) }),
  };
}
