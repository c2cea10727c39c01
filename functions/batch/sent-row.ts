import * as z from 'zod';
import { ApplicationForm, Signatures } from '../application/form.ts';
import { faultsOf, type ProblemError } from '../shared/request-faults.ts';

/** One line of an agent's file. */
export const SentRow = z.strictObject({
  /** the agent's own reference: unique for ever; a row sent twice under it is taken in once */
  clientRowRef: z.string().regex(/^[\w.:-]{1,100}$/),
  form: ApplicationForm,
  signatures: Signatures.default([]),
});
export type SentRow = z.infer<typeof SentRow>;

export type ReadRow =
  | { readonly row: SentRow }
  | { readonly faults: readonly ProblemError[]; readonly clientRowRef?: string };

/** 256 kB, as for a form sent alone. */
const MAX_ROW = 262_144;

/** Reads one line: types and sizes only, as at the other door. Content becomes findings. */
export function readRow(line: string): ReadRow {
  if (new TextEncoder().encode(line).length > MAX_ROW)
    return { faults: [{ pointer: '', detail: 'row of more than 256 kB' }] };
  const value = jsonOf(line);
  if (value === undefined) return { faults: [{ pointer: '', detail: 'not JSON' }] };
  const read = SentRow.safeParse(value);
  if (read.success) return { row: read.data };
  const ref = SentRow.pick({ clientRowRef: true }).loose().safeParse(value).data?.clientRowRef;
  return {
    faults: faultsOf(read.error).slice(0, 50),
    ...(ref !== undefined && { clientRowRef: ref }),
  };
}

const Unreadable = z.strictObject({
  clientRowRef: SentRow.shape.clientRowRef.optional().catch(undefined),
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })).min(1),
});

/** Reads a line that was made of a CSV record: what could not be read there stands in it as faults. */
export function readConvertedRow(line: string): ReadRow {
  const unreadable = Unreadable.safeParse(jsonOf(line)).data;
  if (!unreadable) return readRow(line);
  const { clientRowRef, faults } = unreadable;
  return { faults: faults.slice(0, 50), ...(clientRowRef !== undefined && { clientRowRef }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
