import { call } from '../api/call.ts';
import { dropSecret, goToFaceCheck, ledBack, secretKept } from '../parts/face-check.ts';
import { random } from '../parts/random.ts';

/** What was about to be denied when the face had to be checked again. */
export interface Place {
  /** of the application */
  readonly id: string;
  readonly statement: string;
}

/** What the person came back with. CANCELLED: without a face check; LOST: into another tab than the one that was left. */
type Back = { readonly code: string; readonly secret: string } | 'CANCELLED' | 'LOST';

const PLACE = 'not-me';

/**
 * Goes to the identity provider for today's enquiry, and leaves in the tab what one comes back to.
 *
 * @returns NO_PAGE where the provider has none
 * @throws {Failure}
 */
export async function beginFaceCheck(place: Place | undefined): Promise<'GONE' | 'NO_PAGE'> {
  const secret = random();
  const { enquiry, authorize } = await call('POST /v1/namings/face-check', { body: { secret } });
  if (authorize === undefined) return 'NO_PAGE';
  if (place) sessionStorage.setItem(PLACE, JSON.stringify(place));
  goToFaceCheck({ id: enquiry, secret }, authorize);
  return 'GONE';
}

/** Reads the address and the tab. Undefined for who comes anew. */
export function cameBack(): Back | undefined {
  const { id, code, isBrokenOff } = ledBack();
  if (isBrokenOff) return 'CANCELLED';
  if (id === undefined || code === undefined) return undefined;
  const secret = secretKept(id);
  return secret === undefined ? 'LOST' : { code, secret };
}

/** What one comes back to. */
export const placeKept = (): Place | undefined =>
  JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') ?? undefined;

/** No code is left in the address, and in the tab nothing of who asked. */
export function tidyUp(): void {
  const { id } = ledBack();
  if (id !== undefined) dropSecret(id);
  sessionStorage.removeItem(PLACE);
  window.history.replaceState(null, '', '/not-me');
}
