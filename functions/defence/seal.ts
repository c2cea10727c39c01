import { base64url, signedToken } from '../business-licence/credential.ts';
import type { LicenceSigner } from '../business-licence/licence-signer.ts';
import {
  DEFENCE_FILE_TYPE,
  type DefenceFile,
  digestsOf,
  FORMAT,
  type Manifest,
  type Sections,
} from './defence-file.ts';

/** Seals the sections: a manifest of their digests, signed by the licence key of the day. */
export async function sealed(
  sections: Sections,
  made: Pick<Manifest, 'madeAt' | 'madeFor'>,
  signer: LicenceSigner,
): Promise<DefenceFile> {
  const { kid } = await signer.publicJwk();
  const manifest: Manifest = {
    format: FORMAT,
    applicationId: sections.application.id,
    ...made,
    sections: await digestsOf(sections),
  };
  const header = { alg: 'ES256', typ: DEFENCE_FILE_TYPE, kid };
  const signingInput = `${base64url(header)}.${base64url(manifest)}`;
  const seal = signedToken(signingInput, await signer.sign(signingInput));
  return { format: FORMAT, sections, seal };
}
