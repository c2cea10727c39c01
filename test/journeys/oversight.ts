import type { System } from '#local/system.ts';
import { aCompanyOfToday, atHostToday } from '#test/builders/a-form-of-today.ts';
import { ifMatch } from './api.ts';
import { anApplicant } from './applicant.ts';
import { anOfficial, caseOf } from './official.ts';
import { eventually } from './running-system.ts';

/**
 * What the machine alone returned at 天河, because it sits at a host's in 南沙: a person is asked for,
 * the clock is extended, and it is handed over with its place.
 */
export async function everyOversight(system: System): Promise<void> {
  const applicant = await anApplicant(system);
  const officer = anOfficial(system.baseUrl, await system.token('official-tianhe'));
  const head = anOfficial(system.baseUrl, await system.token('supervisor'));
  const becomes = (id: string, state: string) =>
    eventually(
      () => applicant.read(id),
      (it) => it.state === state,
    );

  const form = aCompanyOfToday({ ...atHostToday('H-0001'), registrar: '440106' });
  const { id, version } = await applicant.oneClick(form);
  await applicant.api.post(`/v1/applications/${id}/person-requests`, undefined, ifMatch(version));
  const caseId = (await becomes(id, 'REFERRED')).case?.id ?? '';
  await officer.hold(caseId);
  await eventually(
    async () => {
      const now = caseOf(await head.read(caseId));
      const body = { reason: '案情复杂。' };
      return head.api.post(`/v1/cases/${caseId}/extension`, body, ifMatch(now.version));
    },
    ({ status }) => status === 200,
  );
  const held = caseOf(await officer.read(caseId));
  const body = { outcome: 'HAND_OVER', reason: '住所在南沙区。', to: '440115' };
  caseOf(await officer.api.post(`/v1/cases/${caseId}/decision`, body, ifMatch(held.version)));
  const { handedOverTo = '' } = await becomes(id, 'HANDED_OVER');
  await eventually(
    () => applicant.read(handedOverTo),
    (it) => it.state !== 'SUBMITTED',
  );
}
