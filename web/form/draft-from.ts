import type { Application } from '../applications/an-application.ts';
import type { Draft } from './draft.ts';
import { begunSteps, stepsFor } from './step-order.ts';

/** A draft as the server has it, to go on with. What was sent once has been through every step. */
export const draftFrom = ({ id, form, documentHash, state, attempt }: Application): Draft => ({
  form,
  id,
  base: documentHash,
  left:
    state === 'DRAFT' && attempt === 1 ? begunSteps(form) : stepsFor(form).map(({ name }) => name),
});
