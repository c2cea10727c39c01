import { SIGNING_HOST } from '#local/sample/hosts.ts';
import type { System } from '#local/system.ts';
import { textOf } from '#test/api/caller.ts';
import { HOST_ACCOUNT, hostJourney } from '#test/api/host-journey.ts';
import { anIndividualBusinessOfToday, atHostToday } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { apiOf } from './api.ts';
import { anApplicant } from './applicant.ts';

/** What a host does by its account: its own journey, and a correction of a name that another has, which it signs last; its applicant reads who was told. */
export async function everyHosting(system: System): Promise<void> {
  await hostJourney(system);
  const applicant = await anApplicant(system);
  const agreements = apiOf(system.baseUrl, await system.token(HOST_ACCOUNT));
  const signs = async (id: string) => {
    const path = `/v1/hosts/${SIGNING_HOST}/custody-agreements/${id}`;
    const { body } = await agreements.get(path);
    await agreements.post(`${path}/signature`, { digest: textOf(body, 'digest') });
  };
  const another = anIndividualBusinessOfToday();
  await applicant.oneClick(another);
  const withoutLiaison = {
    ...atHostToday(SIGNING_HOST),
    name: another.name,
    roles: { operator: 'p1' },
  };
  const sent = await applicant.oneClick(anIndividualBusinessOfToday(withoutLiaison));
  await signs(sent.id);
  const renamed = anIndividualBusinessOfToday(atHostToday(SIGNING_HOST));
  const draft = await applicant.correct(await applicant.read(sent.id), renamed);
  await applicant.submit(draft, await signatures(renamed, system.identity));
  await signs(sent.id);
  await applicant.api.get(`/v1/applications/${sent.id}/disclosures`);
}
