import { type CodeExchange, codeVerifierOf, type Exchanged } from '../party/face-check.ts';
import { Problem } from './problems.ts';

export interface ExchangePort {
  /** @throws {DomainError} IdentityProviderUnavailable */
  exchange(code: CodeExchange): Promise<Exchanged>;
}

/**
 * The provider's word for the code that it led back with, which is good for one exchange.
 *
 * @param secret the one with which the face check was begun
 * @throws {Problem} face-check-failed, face-check-refused
 */
export async function assertedFor(
  ports: ExchangePort,
  { code, secret, redirectUri }: { code: string; secret: string; redirectUri: string },
): Promise<string> {
  const verifier = await codeVerifierOf(secret);
  const answer = await ports.exchange({ code, verifier, redirectUri });
  if (answer.outcome === 'FACE_FAILED') throw new Problem('face-check-failed');
  if (answer.outcome === 'CODE_REFUSED') throw new Problem('face-check-refused');
  return answer.assertion;
}
