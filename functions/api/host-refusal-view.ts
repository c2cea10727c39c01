import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { CustodyRefusal, custodyRefused } from '../party/custody.ts';

/** That the host refused to sign, without who at the host said it. */
export const HostRefusalView = z.strictObject(
  CustodyRefusal.pick({ code: true, text: true, at: true }).shape,
);

/** The host's refusal that stands. */
export function hostRefusal(
  record: ApplicationRecord,
): z.infer<typeof HostRefusalView> | undefined {
  const refused = custodyRefused(record);
  return refused && { code: refused.code, text: refused.text, at: refused.at };
}
