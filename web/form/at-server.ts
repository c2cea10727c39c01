import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import type { Application } from '../applications/an-application.ts';
import { type Draft, isSameForm } from './draft.ts';

/** The application was changed at the server since this draft was begun, by another window or device. */
export class Overtaken extends Error {
  readonly there: Application;

  constructor(there: Application) {
    super('overtaken');
    this.name = 'Overtaken';
    this.there = there;
  }
}

/** A draft in work: what it is at this moment, and where to note what becomes of it at the server. */
export interface DraftInWork {
  readonly now: () => Draft;
  readonly note: (what: Partial<Draft>) => void;
}

/** Somebody may sign at the same moment, which makes the version a new one: then it is looked at again. */
const TRIES = 4;

async function lookingAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (!isProblem(error, 'version-stale') || tries === TRIES) throw error;
    }
  }
}

export const readAtServer = (id: string): Promise<Application> =>
  call('GET /v1/applications/{id}', { parameters: { id } });

/** As it is at the server now; where it is not there yet, it is made, once, however often this is called. */
async function there({ now, note }: DraftInWork): Promise<Application> {
  const { id, form, creating = { key: crypto.randomUUID(), form } } = now();
  if (id !== undefined) return readAtServer(id);
  note({ creating });
  const made = await call('POST /v1/applications', {
    body: { form: creating.form },
    idempotencyKey: creating.key,
  });
  note({ id: made.id, base: made.documentHash, creating: undefined });
  return made;
}

async function saved(work: DraftInWork): Promise<Application> {
  const found = await there(work);
  const { id, state, version, documentHash } = found;
  const { form, base } = work.now();
  const isSame = isSameForm(found.form, form);
  if (!isSame && documentHash !== base) throw new Overtaken(found);
  if (isSame && state !== 'RETURNED') return found;
  const change = { parameters: { id }, version, body: { form } };
  const answer = await (state === 'RETURNED'
    ? call('POST /v1/applications/{id}/attempts', change)
    : call('PUT /v1/applications/{id}/form', change));
  work.note({ base: answer.documentHash });
  return answer;
}

async function sent(work: DraftInWork): Promise<Application> {
  const { id, state, version, ...others } = await saved(work);
  if (state !== 'DRAFT') return { id, state, version, ...others };
  return call('POST /v1/applications/{id}/submission', {
    parameters: { id },
    version,
    body: { signatures: [] },
  });
}

/**
 * Makes the server's form this one. Called again after a lost answer it finds what was done, and does the rest.
 *
 * @throws {Overtaken}
 * @throws {Failure}
 */
export const saveAtServer = (work: DraftInWork): Promise<Application> =>
  lookingAgain(() => saved(work));

/** Saves it and has it wait for its signers; or go on at once, where what they signed has not changed. */
export const sendToServer = (work: DraftInWork): Promise<Application> =>
  lookingAgain(() => sent(work));

/** Adds what a shareholder's electronic licence has signed. @throws {Failure} */
export const signForCompany = (
  id: string,
  shareholder: number,
  presentation: string,
): Promise<Application> =>
  lookingAgain(async () => {
    const { version } = await readAtServer(id);
    return call('POST /v1/applications/{id}/submission', {
      parameters: { id },
      version,
      body: { signatures: [{ shareholder, presentation }] },
    });
  });
