import type { ApplicationForm } from '#functions/application/form.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import { seeded } from '#local/sample/seeded.ts';
import type { clientsOf, Link, Told } from './clients.ts';
import type { personsOf } from './persons.ts';
import type { Links } from './plan.ts';

interface Around {
  readonly clients: ReturnType<ReturnType<typeof clientsOf>['applicantOf']>;
  readonly persons: ReturnType<typeof personsOf>;
  readonly supervisors: Pick<ReturnType<typeof clientsOf>, 'officialOf'>;
}

/** How the parties of an application sign by links, as their plan says. Tells the form as it is in the end. */
export const signingOf =
  ({ clients, persons, supervisors }: Around, owner: string) =>
  async (
    sent: Told,
    form: ApplicationForm,
    { order, first, last, edits }: Links,
    edited: ApplicationForm,
  ): Promise<ApplicationForm> => {
    let now = form;
    const whose = (person: string) =>
      persons(AssertedPerson.parse(now.people?.[person]), `${owner}-${person}`);
    const links = async (): Promise<Link[]> => {
      const made = await clients.links(sent.id);
      return order === 'AT_ONCE' ? made : seeded(order).shuffled(made);
    };

    const signs = async (link: Link, way: number): Promise<void> => {
      const signer = whose(link.person);
      const opened = await signer.open(link);
      if (!opened) return;
      const { documentHash, authorize } = opened;
      if (way % 3 === 0 && authorize) await signer.signByFace(link, authorize);
      else if (way % 3 === 2)
        await supervisors
          .officialOf(`${owner}-counter`)
          .recordIdentity(sent.id, link.person, documentHash);
      else await signer.sign(link, await signer.assertionOf(documentHash));
    };
    const lastOne = async (link: Link | undefined, way: number): Promise<void> => {
      if (!link || last === 'NEVER') return;
      if (last) await whose(link.person).refuse(link);
      if (last !== 'REFUSES') await signs(link, way);
    };

    let asked = await links();
    if (edits) {
      const [one] = asked;
      if (one) await signs(one, first);
      const read = await clients.read(sent.id);
      const changed = { ...now, name: edited.name };
      const draft = read?.state === 'SIGNING' && (await clients.edit(read, changed));
      if (draft) {
        now = changed;
        await clients.submit(draft, []);
      }
      asked = await links();
    }
    const others = last ? asked.slice(0, -1) : asked;
    if (order === 'AT_ONCE') await Promise.all(others.map((it, way) => signs(it, first + way)));
    else for (const [way, it] of others.entries()) await signs(it, first + way);
    if (last) await lastOne(asked.at(-1), first + others.length);
    return now;
  };
