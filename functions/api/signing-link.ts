import type { ApplicationRecord } from '../application/application.ts';
import { newSigning, type SigningRecords } from '../party/signing.ts';
import type { LinkView } from './signing-view.ts';

export interface LinkPorts extends Pick<SigningRecords, 'keep'> {
  /** 256 random bits */
  newSecret(): string;
  /** where a person opens a link, and where the identity provider leads back to */
  readonly signingPage: string;
  now(): number;
}

/**
 * Makes the link of a person, in the place of the one that he had. Its secret stands behind the `#`,
 * which no browser sends, so that it reaches no log of a server.
 */
export async function linkFor(
  ports: LinkPorts,
  record: Pick<ApplicationRecord, 'application' | 'sent'>,
  person: string,
): Promise<LinkView> {
  const secret = ports.newSecret();
  const signing = await newSigning(record, person, secret, ports.now());
  await ports.keep(signing);
  const link = new URL(ports.signingPage);
  link.searchParams.set('id', signing.id);
  link.hash = secret;
  return { person, id: signing.id, link: link.href, openUntil: signing.openUntil };
}
