import type { ApplicationRecord } from '../application/application.ts';
import type { IntakePorts } from '../intake/intake-ports.ts';
import { refuseSignature } from '../intake/refuse-signature.ts';
import { addSignatures } from '../intake/sign.ts';
import { notInThisState, proceed } from '../intake/submit.ts';
import {
  type AssertionFault,
  type ExaminedAssertion,
  examineAssertion,
} from '../party/accepted-assertion.ts';
import { authorizationUrl } from '../party/face-check.ts';
import type { IdentityProvider } from '../party/identity-provider.ts';
import { signedDocument } from '../party/signed-document.ts';
import {
  isSecretOf,
  personsToAsk,
  type Signing,
  type SigningRecords,
  signingState,
} from '../party/signing.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { DomainError } from '../shared/errors.ts';
import { ApplicationId, SigningId } from '../shared/ids.ts';
import { assertedFor, type ExchangePort } from './face-checked.ts';
import { Problem, type ProblemSlug } from './problems.ts';
import type { Answer, Caller, UseCases } from './request.ts';
import type { SIGNING_ROUTES } from './signing.routes.ts';
import { type LinkPorts, linkFor } from './signing-link.ts';
import { progressOf, signingView } from './signing-view.ts';

export interface SigningPorts extends IntakePorts, LinkPorts, SigningRecords, ExchangePort {
  readonly provider: IdentityProvider;
  /** how bundles are found: by what officials have published */
  bundles(): Promise<BundleOn>;
}

type Routes = Pick<
  typeof SIGNING_ROUTES,
  'makeSignings' | 'openSigning' | 'sign' | 'refuseSigning'
>;

const PROBLEM_OF: Record<AssertionFault, ProblemSlug> = {
  ANOTHER_DOCUMENT: 'signature-of-another-document',
  ANOTHER_PERSON: 'signature-of-another-person',
  TOO_OLD: 'signature-too-old',
  UNKNOWN_PROVIDER: 'identity-provider-unknown',
};

/** Others may sign or refuse at the same moment, of whom one at a time succeeds: then it is read again, so many times. */
const TRIES = 25;

/** Links to sign, and what the persons do who open them, on the ports that the handler joins. */
export function signingUseCases(ports: SigningPorts): UseCases<Routes> {
  /** The signing whose secret is shown; without it, it does not exist. */
  const shown = async (id: string | undefined, secret: string): Promise<Signing> => {
    const known = SigningId.safeParse(id).data;
    const signing = known && (await ports.signing(known));
    if (!signing || !(await isSecretOf(signing, secret))) throw new Problem('not-found');
    return signing;
  };
  const recordOf = ({ applicationId, attempt }: Signing) => ports.record(applicationId, attempt);

  /**
   * @param assertion one that the person has signed with may come again
   * @returns whether it did
   * @throws {Problem} already-signed, link-over
   */
  const mustBeOpen = async (
    signing: Signing,
    record: ApplicationRecord,
    secret: string,
    assertion?: string,
  ): Promise<boolean> => {
    const state = await signingState(signing, record, secret, ports.now());
    if (state === 'SIGNED' && holds(record, assertion)) return true;
    if (state === 'SIGNED') throw new Problem('already-signed');
    if (state === 'OVER') throw new Problem('link-over');
    return false;
  };

  const exchanged = (code: string, secret: string): Promise<string> =>
    assertedFor(ports, { code, secret, redirectUri: ports.signingPage });

  const add = async (signing: Signing, secret: string, assertion: string) => {
    const record = await recordOf(signing);
    if (await mustBeOpen(signing, record, secret, assertion)) return proceed(ports, record);
    const now = ports.now();
    const { person } = signing;
    const digest = digestOf(
      await examineAssertion(ports.provider, record.sent, person, assertion, now),
    );
    if ((await ports.use(digest, signing.id, now)) === 'REPLAYED')
      throw new Problem('signature-replayed');
    return addSignatures(ports, record, [{ assertion }], signing.id);
  };

  const after = async (signing: Signing, state: 'SIGNED' | 'REFUSED'): Promise<Answer> => ({
    status: 200,
    body: { id: signing.id, state, application: progressOf(await recordOf(signing)) },
  });

  return {
    async makeSignings({ parameters: { id }, caller }) {
      const record = await own(ports, id, caller);
      if (record.application.state !== 'SIGNING') throw notInThisState(record);
      const signings = await Promise.all(
        personsToAsk(record).map(({ person }) => linkFor(ports, record, person)),
      );
      return { status: 201, body: { signings } };
    },

    async openSigning({ parameters: { id }, body: { secret }, language }) {
      const signing = await shown(id, secret);
      const record = await recordOf(signing);
      const now = ports.now();
      const state = await signingState(signing, record, secret, now);
      if (state === 'OVER') throw new Problem('link-over');
      if (state === 'OPEN' && !signing.openedAt)
        await ports.opened(signing, new Date(now).toISOString());
      const { sent } = record;
      const host = sent.form.premises?.host;
      const address = host === undefined ? undefined : (await ports.host(host))?.address;
      const document = await signedDocument(
        sent,
        signing.person,
        now,
        language,
        address,
        await ports.bundles(),
      );
      const { documentHash } = sent;
      const authorize =
        state === 'OPEN'
          ? await authorizationUrl(ports.provider, signing.id, {
              secret,
              documentHash,
              redirectUri: ports.signingPage,
            })
          : undefined;
      return {
        status: 200,
        headers: { 'content-language': language },
        body: signingView(signing, state, document, record, authorize),
      };
    },

    /** A code is not exchanged for what can no more be signed, so that no face is shown in vain. */
    async sign({ parameters: { id }, body }) {
      const signing = await shown(id, body.secret);
      const { secret } = body;
      if ('code' in body) await mustBeOpen(signing, await recordOf(signing), secret);
      const assertion = 'code' in body ? await exchanged(body.code, secret) : body.assertion;
      await whileMoved(() => add(signing, secret, assertion));
      return after(signing, 'SIGNED');
    },

    async refuseSigning({ parameters: { id }, body: { secret, reason: code, text } }) {
      const signing = await shown(id, secret);
      await whileMoved(async () => {
        const record = await recordOf(signing);
        await mustBeOpen(signing, record, secret);
        await refuseSignature(ports, record, signing.person, { code, text });
      });
      return after(signing, 'REFUSED');
    },
  };
}

/** @throws {Problem} what is wrong with the assertion, each by its own name */
function digestOf(examined: ExaminedAssertion): string {
  if (examined.fault) throw new Problem(PROBLEM_OF[examined.fault]);
  return examined.digest;
}

const holds = ({ sent }: ApplicationRecord, assertion: string | undefined): boolean =>
  sent.signatures.some((it) => 'assertion' in it && it.assertion === assertion);

/** The caller's own application; another's does not exist for him. */
async function own(
  ports: IntakePorts,
  id: string | undefined,
  { subject }: Caller,
): Promise<ApplicationRecord> {
  const known = ApplicationId.safeParse(id).data;
  if (known === undefined) throw new Problem('not-found');
  const record = await ports.record(known);
  if (record.application.owner !== subject)
    throw new DomainError('ApplicationNotFound', { applicationId: known });
  return record;
}

const MOVED: readonly string[] = ['ApplicationMoved', 'RegisterContended'];

/** @throws {Problem} contended */
export async function whileMoved<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      return await act();
    } catch (error) {
      const moved = error instanceof DomainError && MOVED.includes(error.name);
      if (!moved) throw error;
    }
  }
  throw new Problem('contended');
}
