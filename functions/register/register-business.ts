import * as z from 'zod';
import type { ApplicationRecord } from '../application/application.ts';
import { decidingRegistrar } from '../application/deciding-registrar.ts';
import { type Holdings, type Wanted, wanted } from '../application/holds.ts';
import { assemble, businessLicence } from '../business-licence/credential.ts';
import type { LicenceSigner } from '../business-licence/licence-signer.ts';
import { statusListUri, statusOf } from '../business-licence/licence-status.ts';
import { registrarOf } from '../registrar/registrars.ts';
import type { BundleOn } from '../scope/bundle.ts';
import { legalDateOf } from '../shared/days.ts';
import { DomainError } from '../shared/errors.ts';
import { AttemptTask } from '../shared/ids.ts';
import { usccOf } from '../shared/unified-social-credit-code.ts';
import { approvalOf } from './approval.ts';
import type { Business } from './business.ts';
import { dueCheckOf } from './due-check.ts';
import { codeClassOf, licenceFaceOf } from './licence-face.ts';
import { lostInTheRace, type Race } from './lost-in-the-race.ts';
import { heldUp, type Stop } from './stop.ts';

export const RegisterBusinessTask = AttemptTask;

/**
 * LOST: claim, name or place went to another in the race. STOPPED: a stop of issuance concerns it; it stays
 * as it is and the sweep goes on with it after the resumption. ENDED: withdrawn or decided elsewhere meanwhile.
 */
export const RegisterBusinessResult = z.object({
  outcome: z.enum(['REGISTERED', 'LOST', 'STOPPED', 'ENDED']),
});

/** All that one registration writes. */
export interface Registration {
  readonly record: ApplicationRecord;
  readonly business: Business;
  readonly licence: string;
  readonly keyId: string;
  readonly wanted: Wanted;
  readonly held: Holdings;
  readonly race: Exclude<Race, { lost: 'CLAIM' | 'NAME' | 'PLACE' }>;
  readonly at: string;
  /** the machine, or the official whose decision is carried out */
  readonly by: string;
}

export interface RegisterPorts {
  record(task: AttemptTask): Promise<ApplicationRecord>;
  /** the stops of issuance that hold */
  stops(): Promise<readonly Stop[]>;
  /** how bundles are found: by what officials have published */
  bundles(): Promise<BundleOn>;
  holdings(applicationId: string, wanted: Wanted): Promise<Holdings>;
  /** a number of the division that nobody else has */
  nextSerial(division: string): Promise<number>;
  readonly signer: LicenceSigner;
  readonly issuer: string;
  newSalt(): string;
  now(): number;
  /** one transaction: state, business, name, place, licence, event */
  commit(
    registration: Registration,
  ): Promise<'COMMITTED' | 'MOVED' | 'CODE' | 'CLAIM' | 'CARD' | 'PLACE'>;
}

/**
 * Registers and licenses in one transaction. The licence is signed before and leaves the process
 * only after the commit. After a lost answer the next run finds its own attempt registered.
 *
 * @throws {DomainError} ApplicationMoved, RegisterContended: worth another try.
 */
export const registerBusiness =
  (ports: RegisterPorts) =>
  async (task: AttemptTask): Promise<z.infer<typeof RegisterBusinessResult>> => {
    const [record, stops, bundleOn] = await Promise.all([
      ports.record(task),
      ports.stops(),
      ports.bundles(),
    ]);
    const { application } = record;
    if (application.state === 'REGISTERED' && application.attempt === task.attempt)
      return { outcome: 'REGISTERED' };
    const approval = approvalOf(record, task);
    if (!approval) return { outcome: 'ENDED' };
    if (heldUp(record, stops)) return { outcome: 'STOPPED' };

    const granting = { record, by: approval.by, bundleOn };
    const first = approval.held && (await registered(ports, granting, approval.held));
    const outcome =
      first === undefined || LOOK_AGAIN.includes(first) ? await registered(ports, granting) : first;
    if (outcome === 'REGISTERED' || outcome === 'LOST') return { outcome };
    // The card or the place moved since it was read, or the application did: the next run looks again and knows.
    throw new DomainError(outcome === 'MOVED' ? 'ApplicationMoved' : 'RegisterContended', {
      applicationId: application.id,
      attempt: task.attempt,
    });
  };

type Loss = 'LOST' | 'MOVED' | 'CODE' | 'CLAIM' | 'CARD' | 'PLACE';

/** What the review found held may have changed since: then it is read. */
const LOOK_AGAIN: readonly (Loss | 'REGISTERED')[] = ['LOST', 'CLAIM', 'CARD', 'PLACE'];

interface Granting {
  readonly record: ApplicationRecord;
  readonly by: string;
  readonly bundleOn: BundleOn;
}

/** @param known what was held when last looked; read where absent */
async function registered(
  ports: RegisterPorts,
  { record, by, bundleOn }: Granting,
  known?: Holdings,
): Promise<Loss | 'REGISTERED'> {
  const { application, sent } = record;
  const now = ports.now();
  const at = new Date(now).toISOString();
  const submittedAt = application.submittedAt ?? at;
  const deciding = decidingRegistrar(application, sent.form);
  const registrar = registrarOf(deciding, legalDateOf(submittedAt));
  if (!registrar) throw new RangeError('approved without a registrar');
  const want = wanted(sent, submittedAt, deciding);
  const [held, serial] = await Promise.all([
    known ?? ports.holdings(application.id, want),
    ports.nextSerial(registrar.division),
  ]);
  const uscc = usccOf({ class: codeClassOf(sent.form), division: registrar.division, serial });
  const race = lostInTheRace(want, held, application.id, uscc, at);
  if (race.lost) return 'LOST';

  const face = licenceFaceOf(sent.form, {
    uscc,
    registrar,
    established: legalDateOf(now),
    submittedOn: legalDateOf(submittedAt),
    bundleOn,
    ...(race.tenant && held.host && { host: held.host, place: race.tenant.place }),
  });
  const { list, idx } = statusOf(registrar.division, serial);
  const { kid } = await ports.signer.publicJwk();
  const { signingInput, disclosures } = await businessLicence(face, {
    issuer: ports.issuer,
    statusList: { uri: statusListUri(ports.issuer, list), idx },
    keyId: kid,
    issuedAt: now,
    salt: ports.newSalt,
  });
  const licence = assemble(signingInput, await ports.signer.sign(signingInput), disclosures);
  const postCheck = dueCheckOf(sent.form, {
    division: registrar.division,
    serial,
    submittedOn: legalDateOf(submittedAt),
    registeredOn: legalDateOf(now),
    bundleOn,
  });
  const business: Business = {
    schemaVersion: 1,
    uscc,
    status: 'REGISTERED',
    registrar: registrar.division,
    serial,
    face,
    applicationId: application.id,
    attempt: application.attempt,
    ...(postCheck && { postCheck }),
  };
  const outcome = await ports.commit({
    record,
    business,
    licence,
    keyId: kid,
    wanted: want,
    held,
    race,
    at,
    by,
  });
  return outcome === 'COMMITTED' ? 'REGISTERED' : outcome;
}
