import * as z from 'zod';
import { enquiryDigest } from '#functions/party/enquiry.ts';
import { choiceOf, endingOf, MY_MANDATES, mandateIdOf } from '#functions/party/mandate.ts';
import { WHO_NAMES_ME } from '#functions/party/person-proof.ts';
import type { AssertedPerson } from '#functions/party/signers.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import type { Link, Said } from './clients.ts';
import type { Door } from './door.ts';
import type { World } from './world.ts';

const Opened = z.looseObject({ authorize: z.string().optional(), documentHash: z.string() });
const Denied = z.looseObject({
  outcome: z.enum(['STOPPED', 'INQUIRY']),
  inquiry: z.looseObject({ id: z.string() }).optional(),
});

/** What people without an account do at the doors, by their identity alone. */
export const personsOf =
  ({ identity }: World, call: Door, said: Said) =>
  (who: AssertedPerson, name: string) => {
    const caller = { subject: name };
    const assertionOf = (documentHash: string) =>
      identity.assert({ ...who, documentHash, at: Date.now() });
    const proof = async (enquiry: string) =>
      assertionOf(await enquiryDigest(enquiry, legalDateOf(Date.now())));
    const secretOf = ({ link }: Link) => new URL(link).hash.slice(1);

    const acting = async (route: string, enquiry: string, applicationId: string) => {
      const parameters = { id: mandateIdOf(applicationId) };
      const body = { assertion: await proof(enquiry) };
      return (await call('ClientApi', caller, route, { parameters, body })).status < 300;
    };

    return {
      assertionOf,
      async open(link: Link) {
        const route = 'POST /v1/signings/{id}/opening';
        const body = { secret: secretOf(link) };
        const reply = await call('SigningApi', caller, route, {
          parameters: { id: link.id },
          body,
        });
        return reply.status < 300 ? Opened.parse(reply.body) : undefined;
      },
      /** with an assertion that he brings himself */
      async sign(link: Link, assertion: string): Promise<boolean> {
        said.assertions.add(assertion);
        const body = { secret: secretOf(link), assertion };
        const route = 'POST /v1/signings/{id}/signature';
        return (
          (await call('SigningApi', caller, route, { parameters: { id: link.id }, body })).status <
          300
        );
      },
      /** as the page does: his face at the provider's, and the code that comes back */
      async signByFace(link: Link, authorize: string): Promise<boolean> {
        const fields = new URL(authorize).searchParams;
        fields.set('name', who.name);
        fields.set('kind', who.document.kind);
        fields.set('number', who.document.number);
        const [address = ''] = authorize.split('?');
        const shown = await fetch(address, { method: 'POST', body: fields, redirect: 'manual' });
        const code = new URL(shown.headers.get('location') ?? 'http://none').searchParams.get(
          'code',
        );
        if (!code) throw new TypeError(`no code: ${shown.status}`);
        const body = { secret: secretOf(link), code };
        const route = 'POST /v1/signings/{id}/signature';
        return (
          (await call('SigningApi', caller, route, { parameters: { id: link.id }, body })).status <
          300
        );
      },
      async refuse(link: Link): Promise<void> {
        const body = { secret: secretOf(link), reason: 'DISAGREES' };
        await call('SigningApi', caller, 'POST /v1/signings/{id}/refusal', {
          parameters: { id: link.id },
          body,
        });
      },
      /** 非本人办理; tells the inquiry that it opened, if it did */
      async deny(id: string): Promise<string | undefined> {
        const body = { assertion: await proof(WHO_NAMES_ME), statement: '非本人办理' };
        const route = 'POST /v1/namings/{id}/denials';
        const reply = await call('PersonApi', caller, route, { parameters: { id }, body });
        if (reply.status >= 300) return undefined;
        const { outcome, inquiry } = Denied.parse(reply.body);
        said.denied.set(id, outcome);
        return inquiry?.id;
      },
      listMandates: async () =>
        call('ClientApi', caller, 'POST /v1/mandates', {
          body: { assertion: await proof(MY_MANDATES), limit: 20 },
        }),
      listNamings: async () =>
        call('PersonApi', caller, 'POST /v1/namings', {
          body: { assertion: await proof(WHO_NAMES_ME), limit: 20 },
        }),
      endMandate: (id: string) =>
        acting('POST /v1/mandates/{id}/end', endingOf(mandateIdOf(id)), id),
      choose: (id: string) =>
        acting('POST /v1/mandates/{id}/choice', choiceOf(mandateIdOf(id)), id),
    };
  };
