import * as z from 'zod';
import type { Api } from './api.ts';

const Notices = z.object({ notices: z.array(z.object({ number: z.string() })).min(1) });

/** Reads every notice of an application, by which each is served. */
export async function readNotices(api: Api, applicationId: string): Promise<void> {
  const path = `/v1/applications/${applicationId}/notices`;
  const { notices } = Notices.parse((await api.get(path)).body);
  for (const { number } of notices) {
    const { status } = await api.get(`${path}/${encodeURIComponent(number)}`);
    if (status !== 200) throw new Error(`notice ${number}: ${status}`);
  }
}
