import { beforeAll, describe, expect, it } from 'vitest';
import type { LicenceSigner } from '#functions/business-licence/licence-signer.ts';
import { sectionsOf, wantedBy } from '#functions/defence/assemble.ts';
import { defenceFileStore } from '#functions/defence/defence-file.store.ts';
import { type Sections, textOf } from '#functions/defence/defence-file.ts';
import { sealed } from '#functions/defence/seal.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { verified } from '#test/defence/verified.ts';

const database = await aDatabase();
const { documents, tables } = database;
const store = defenceFileStore(
  documents,
  tables.applications,
  tables.register,
  tables.batches,
  async () => undefined,
);
const [signer, stranger] = [await aLicenceSigner(), await aLicenceSigner()];
const [ours, theirs] = [await signer.publicJwk(), await stranger.publicJwk()];
const made = { madeAt: SENT_AT, madeFor: 'supervisor-1' };
let sections: Sections;
beforeAll(async () => {
  const { application } = await applicationsIn(database).decidedByOfficial('REFUSE');
  const items = await store.items(application.id);
  const referred = await store.referred(wantedBy(items));
  sections = sectionsOf(items, { ...referred, ours: [{ jwk: ours }] });
});
const told = async (keys: Sections['keys']['ours'], by: LicenceSigner) => {
  const file = await sealed({ ...sections, keys: { ...sections.keys, ours: keys } }, made, by);
  return (await verified(textOf(file), ours.kid)).checks.map(
    ({ holds, says }) => `${holds} ${says}`,
  );
};
const kept = (jwk: typeof ours, change: object = {}) => ({
  thumbprint: jwk.kid,
  jwk: { ...jwk, kty: 'EC', ...change },
});

describe('the seal of a defence file', () => {
  it('is known by the thumbprint of the key that made it', async () => {
    const says = await told([kept(ours)], signer);
    expect(says[0]).toMatch(`signed by the key with thumbprint ${ours.kid}`);
    expect(says[1]).toBe('true That is the key expected.');
  });

  it('of another key is not the one expected', async () => {
    expect(await told([kept(theirs)], stranger)).toContain(
      `false That is not the key expected (${ours.kid}).`,
    );
  });

  it('of another key does not hold under the name of ours, though ours is beside it', async () => {
    const named = { ...stranger, publicJwk: async () => ({ ...theirs, kid: ours.kid }) };
    const hidden = [kept(ours, { use: 'enc' }), kept(theirs, { kid: ours.kid })];
    expect(await told(hidden, named)).toEqual([expect.stringMatching(/^false The seal/)]);
  });
});
