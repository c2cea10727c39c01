import * as z from 'zod';
import type { RenderedFinding } from '../review/rendered-finding.ts';

/** A finding as a person reads it, in the language asked for. */
export const FindingView = z.strictObject({
  /** number of the rule, never reused */
  rule: z.string(),
  /** JSON Pointer into the form */
  pointer: z.string(),
  consequence: z.enum(['RETURN', 'REFER', 'PROPOSE_REFUSAL', 'WARN']),
  requires: z.string(),
  fault: z.string(),
  mend: z.string(),
  /** provisions, e.g. 《公司法》第47条 */
  basis: z.array(z.string()).readonly(),
  /** in traditional Chinese: that the simplified text counts */
  remark: z.string().exactOptional(),
}) satisfies z.ZodType<RenderedFinding>;
