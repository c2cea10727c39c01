import * as z from 'zod';
import { AssertedPerson } from '#functions/party/signers.ts';
import { SUSPENDED_HOST, sampleHosts } from '#local/sample/hosts.ts';
import type { System } from '#local/system.ts';
import { signingJourney } from '#test/api/signing-journey.ts';
import { anIndividualBusinessOfToday, atHostToday, today } from '#test/builders/a-form-of-today.ts';
import { type Answer, apiOf } from './api.ts';
import { anApplicant } from './applicant.ts';

const Link = z.object({
  person: z.string(),
  id: z.string(),
  link: z.url(),
  row: z.int().optional(),
});
const Links = z.object({ signings: z.array(Link) });
export type Link = z.infer<typeof Link>;

const Opened = z.object({
  state: z.string(),
  says: z.string(),
  roles: z.array(z.string()),
  parts: z.array(z.object({ part: z.string(), title: z.string(), data: z.unknown() })),
  documentHash: z.string(),
  authorize: z.url().optional(),
  application: z.object({ state: z.string(), missing: z.int(), uscc: z.string().optional() }),
});
const Signed = Opened.pick({ state: true, application: true });

const read = <T extends z.ZodType>(schema: T, { status, body }: Answer): z.infer<T> => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return schema.parse(body);
};

/** The links that an owner asks for. */
export const linksIn = (answer: Answer): Link[] => read(Links, answer).signings;

/** A person with a link and a face, and no account: what the page behind the link does for him. */
export function aPerson(system: Pick<System, 'baseUrl'>, { id, link }: Pick<Link, 'id' | 'link'>) {
  const api = apiOf(system.baseUrl);
  const secret = new URL(link).hash.slice(1);
  const post = (act: string, body: object) =>
    api.post(`/v1/signings/${id}/${act}`, { secret, ...body });
  const open = async () => read(Opened, await post('opening', {}));

  /** shows the face at the identity provider; it leads back with a code */
  const faceCheck = async (authorize: string | undefined, who: object): Promise<string> => {
    const url = new URL(authorize ?? '');
    const fields = { ...Object.fromEntries(url.searchParams), ...who };
    const response = await fetch(new URL(url.pathname, url.origin), {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    const back = new URL(response.headers.get('location') ?? '');
    if (back.searchParams.get('state') !== id) throw new Error('led back to another signing');
    return back.searchParams.get('code') ?? '';
  };

  return {
    open,
    post,
    faceCheck,
    /** reads, shows the face, signs; `who` stands before the camera */
    async sign(who: unknown, outcome = 'ok') {
      const { name, document } = AssertedPerson.parse(who);
      const { authorize } = await open();
      const code = await faceCheck(authorize, { name, ...document, outcome });
      return post('signature', { code });
    },
    signed: (answer: Answer) => read(Signed, answer),
    refuse: (reason: string) => post('refusal', { reason }),
  };
}

/**
 * Everything that is done by links: at every sample host too, one of which is full, and by an
 * application whose last attempt was given no place.
 */
export async function everySigning(system: System): Promise<void> {
  await signingJourney(system);
  const applicant = await anApplicant(system);
  const withoutLiaison = { ...atHostToday(SUSPENDED_HOST), roles: { operator: 'p1' } };
  const returned = await applicant.oneClick(anIndividualBusinessOfToday(withoutLiaison));
  const mended = anIndividualBusinessOfToday();
  const drafts = [{ form: mended, draft: await applicant.correct(returned, mended) }];
  for (const { id } of sampleHosts(today)) {
    const form = anIndividualBusinessOfToday(atHostToday(id));
    drafts.push({ form, draft: await applicant.draft(form) });
  }
  for (const { form, draft } of drafts) {
    const { id } = await applicant.submit(draft, []);
    for (const made of linksIn(await applicant.api.post(`/v1/applications/${id}/signings`)))
      await aPerson(system, made).sign(form.people?.p1);
  }
}
