import type { ApplicationRecord } from '../application/application.ts';
import type { Host, Tenant } from '../cluster/host.ts';
import type { IntakePorts } from '../intake/intake-ports.ts';
import { refuseCustody } from '../intake/refuse-custody.ts';
import { signCustody } from '../intake/sign.ts';
import { proceed } from '../intake/submit.ts';
import { hostAwaited, isSignedByHost } from '../party/custody.ts';
import type { Business } from '../register/business.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { ApplicationId } from '../shared/ids.ts';
import type { HOST_ROUTES } from './host.routes.ts';
import { custodyView, hostView, placeView, waitingCustodyView } from './host-view.ts';
import { nextLink, unknownCursor } from './pages.ts';
import { Problem } from './problems.ts';
import type { Answer, Call, UseCases } from './request.ts';
import { whileMoved } from './signing.ts';

export interface HostPorts extends IntakePorts {
  /** the applications that wait for the host's signature, the oldest first */
  awaiting(
    host: string,
    limit: number,
    after?: string,
  ): Promise<{ records: readonly ApplicationRecord[]; next?: string }>;
  /** places that are held or occupied, by number */
  places(
    host: string,
    limit: number,
    after?: number,
  ): Promise<{ places: readonly Tenant[]; next?: number }>;
  businesses(codes: readonly string[]): Promise<readonly Business[]>;
  /** how bundles are found: by what officials have published */
  bundles(): Promise<BundleOn>;
}

/** An application that asks for the host's signature, and the digest of what it is asked to sign. */
interface Asked {
  readonly host: Host;
  readonly record: ApplicationRecord;
  readonly digest: string;
  /** by the host, and the agreement is the same since */
  readonly signed: boolean;
}

/** What a host does by its account, on the ports that the handler joins. */
export function hostUseCases(ports: HostPorts): UseCases<typeof HOST_ROUTES> {
  /** A host whose account calls; another's does not exist for him. */
  const own = async ({ parameters: { host: id = '' }, caller }: HostCall): Promise<Host> => {
    const host = /^H-\d{4}$/.test(id) ? await ports.host(id) : undefined;
    if (host?.account === undefined || host.account !== caller.subject)
      throw new Problem('not-found');
    return host;
  };

  /** An agreement that waits for the host or was signed by it; any other is none of its business. */
  const asked = async (call: HostCall): Promise<Asked> => {
    const host = await own(call);
    const id = ApplicationId.safeParse(call.parameters.id).data;
    const record = id === undefined ? undefined : await ports.record(id);
    const custody = record?.sent.custody;
    if (!custody || custody.host !== host.id) throw new Problem('not-found');
    const signed = isSignedByHost(custody, record.parts);
    if (!signed && hostAwaited(record.application.state, record) === undefined)
      throw new Problem('not-found');
    return { host, record, digest: custody.digest, signed };
  };

  const answer = async (call: HostCall): Promise<Answer> => {
    const [{ record, digest }, bundleOn] = await Promise.all([asked(call), ports.bundles()]);
    return { status: 200, body: custodyView(record, digest, ports.now(), bundleOn) };
  };

  return {
    readHost: async (call) => ({ status: 200, body: hostView(await own(call)) }),

    async listPlaces(call) {
      const { limit, cursor } = call.query;
      const { id } = await own(call);
      if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) throw unknownCursor();
      const after = cursor === undefined ? undefined : Number(cursor);
      const { places, next } = await ports.places(id, limit, after);
      const codes = places.flatMap(({ uscc }) => uscc ?? []);
      const businesses = new Map((await ports.businesses(codes)).map((it) => [it.uscc, it]));
      const body = { places: places.map((it) => placeView(it, businesses.get(it.uscc ?? ''))) };
      return {
        status: 200,
        body,
        ...nextLink(`/v1/hosts/${id}/places`, { limit }, next?.toString()),
      };
    },

    async listCustodyAgreements(call) {
      const { limit, cursor } = call.query;
      const { id } = await own(call);
      if (cursor !== undefined && !ApplicationId.safeParse(cursor).success) throw unknownCursor();
      const { records, next } = await ports.awaiting(id, limit, cursor);
      return {
        status: 200,
        body: { agreements: records.map(waitingCustodyView) },
        ...nextLink(`/v1/hosts/${id}/custody-agreements`, { limit }, next),
      };
    },

    readCustodyAgreement: answer,

    /** Signed twice, it is signed once; the second call goes on where the first stopped. */
    async signCustodyAgreement(call) {
      await whileMoved(async () => {
        const { host, record, digest, signed } = await asked(call);
        if (digest !== call.body.digest) throw new Problem('signature-of-another-document');
        if (signed) await proceed(ports, record);
        else await signCustody(ports, record, host.id, call.caller.subject);
      });
      return answer(call);
    },

    async refuseCustodyAgreement(call) {
      const { reason: code, text } = call.body;
      await whileMoved(async () => {
        const { host, record, signed } = await asked(call);
        if (signed) throw new Problem('already-signed');
        await refuseCustody(ports, record, { host: host.id, code, text, by: call.caller.subject });
      });
      return answer(call);
    },
  };
}

type HostCall = Pick<Call<(typeof HOST_ROUTES)['readHost']>, 'parameters' | 'caller'>;
