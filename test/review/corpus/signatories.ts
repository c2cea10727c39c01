import type { ApplicationForm, Signatures } from '#functions/application/form.ts';
import { personOf } from '#functions/application/form-places.ts';
import { STATUS, verifyStatusList } from '#functions/e-licence/status-list.ts';
import type { TrustedIssuer } from '#functions/e-licence/trust-list.ts';
import type { LicencePorts } from '#functions/e-licence/verify-licence.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { signersOf } from '#functions/party/signers.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { demoRegion, HUNAN_COMPANY, LICENSED_AT } from '#test/builders/a-licence.ts';
import { aLicenceHolder } from '#test/builders/a-licence-holder.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { type World, withPlaces } from './labelled.ts';

const SEEN = Date.parse(SENT_AT) / 1000 - 3600;
const STRANGER = {
  name: '路过人',
  document: { kind: 'RESIDENT_ID', number: '110105194912310025' },
};
const IN_FORCE = 7;
const REVOKED = 8;
/** An issuer whose list nobody can read. */
const SILENT = 9;

/** Whoever signs, with whatever is wrong with it: the identity provider, and companies with their e-licences. */
export async function signatories() {
  const [{ provider, asserted }, forger, region, foreign, holder] = await Promise.all([
    anIdentityProvider(),
    anIdentityProvider(),
    demoRegion(),
    demoRegion('https://licence.nowhere.example'),
    aLicenceHolder(),
  ]);
  const silent = await demoRegion('https://licence.silent.example');

  const trustList = [
    region.trustListEntry(),
    { ...silent.trustListEntry(), region: '36', regionName: '江西' },
  ];
  const statusList: LicencePorts['statusList'] = async (issuer: TrustedIssuer, uri) => {
    if (issuer.issuer === silent.issuer)
      throw new DomainError('LicenceAuthorityUnavailable', { region: issuer.region });
    const token = await region.statusList(new Map([[REVOKED, STATUS.INVALID]]));
    const read = await verifyStatusList(token, {
      jwks: issuer.jwks,
      uri,
      now: LICENSED_AT,
    });
    if (!read.ok) throw new Error(read.reason);
    return { list: read.list, token, readAt: LICENSED_AT };
  };

  async function assertion(
    form: ApplicationForm,
    key: string,
    hash: string,
    fault: NonNullable<World['signing']>[string] | undefined,
  ): Promise<string> {
    const { name, document } = personOf(form, key) ?? {};
    // a kind that the form leaves out, the provider knows
    const person = { name, document: { kind: 'RESIDENT_ID', ...document } };
    if (fault === 'FORGED') return forger.asserted(person, { documentHash: hash });
    if (fault === 'OTHER_DOCUMENT') return asserted(person, { documentHash: 'ab'.repeat(32) });
    if (fault === 'TOO_OLD')
      return asserted(person, { documentHash: hash, auth_time: SEEN - 72 * 3600 - 1 });
    if (fault === 'SLIP') return asserted({ ...person, name: '误写名' }, { documentHash: hash });
    return asserted(person, { documentHash: hash });
  }

  return {
    provider,
    region: { trustList, statusList },

    /** The signatures of whoever can sign; of some only, where `only` names them. */
    async sign(form: ApplicationForm, so: World, only?: readonly string[]): Promise<Signatures> {
      const hash = await documentHash(form);
      const keys = signersOf(form)
        .map(({ person }) => person)
        .filter((key) => {
          const { name, document } = personOf(form, key) ?? {};
          return name && document?.number && (!only || only.includes(key));
        });
      const ofPersons = keys.map((key) => assertion(form, key, hash, so.signing?.[key]));
      if (so.signing && Object.values(so.signing).includes('STRANGER'))
        ofPersons.push(asserted(STRANGER, { documentHash: hash }));
      const personal = (await Promise.all(ofPersons)).map((it) => ({ assertion: it }));
      const shows = so.licence?.shows;
      if (only || (shows !== 'SIGNED' && shows !== 'OTHER_DOCUMENT')) return personal;
      const shareholder = (form.shareholders ?? []).findIndex(({ company }) => company);
      const presentation = await holder.signs(
        form.shareholders?.[shareholder]?.company?.licence ?? '',
        shows === 'SIGNED' ? hash : 'cd'.repeat(32),
      );
      return [...personal, { shareholder, presentation }];
    },

    /** The form with the e-licence that its corporate shareholder shows. */
    async withLicence(
      form: ApplicationForm,
      { shows, claims = {} }: NonNullable<World['licence']>,
    ): Promise<ApplicationForm> {
      if (shows === 'NOTHING') return form;
      const at = (form.shareholders ?? []).findIndex(({ company }) => company);
      const { name = '', uscc = '' } = form.shareholders?.[at]?.company ?? {};
      const issuer = shows === 'SILENT' ? silent : shows === 'ELSEWHERE' ? foreign : region;
      const bound = shows === 'SIGNED' || shows === 'OTHER_DOCUMENT';
      const licence = await issuer.licence(
        { ...HUNAN_COMPANY, name, uscc, ...claims },
        shows === 'REVOKED' ? REVOKED : shows === 'SILENT' ? SILENT : IN_FORCE,
        bound ? { payload: holder.bound } : {},
      );
      const changed = shows === 'CHANGED' ? licence.replace(/\.[^.~]{8}/, '.AAAAAAAA') : licence;
      return withPlaces(form, { [`/shareholders/${at}/company/licence`]: changed });
    },
  };
}

export type Signatories = Awaited<ReturnType<typeof signatories>>;
