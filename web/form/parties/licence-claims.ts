/** What an e-licence (SD-JWT VC, RFC 9901) says of its holder, to fill in; whether it is genuine, the review finds. */
export function licenceClaims(licence: string): {
  readonly name: string | undefined;
  readonly uscc: string | undefined;
} {
  const [token = '', ...disclosures] = licence.trim().split('~');
  const claims: Record<string, unknown> = { ...members(token.split('.')[1]) };
  for (const disclosure of disclosures) {
    const told = decoded(disclosure);
    if (Array.isArray(told) && typeof told[1] === 'string') claims[told[1]] = told[2];
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { name: text(claims.name), uscc: text(claims.uscc) };
}

function members(part: string | undefined): object {
  const value = decoded(part);
  return typeof value === 'object' && value !== null ? value : {};
}

function decoded(base64url = ''): unknown {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (it) => it.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
