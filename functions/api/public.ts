import type { JSONWebKeySet } from 'jose';
import { verifyOurLicence } from '../business-licence/licence-answer.ts';
import { StatusListId, statusListUri } from '../business-licence/licence-status.ts';
import type { Business } from '../register/business.ts';
import { basisOf } from '../registrar/confirmation.ts';
import { parseUscc } from '../shared/unified-social-credit-code.ts';
import { PROBLEMS, Problem } from './problems.ts';
import type { PUBLIC_ROUTES } from './public.routes.ts';
import type { UseCases } from './request.ts';

export interface PublicPorts {
  business(uscc: string): Promise<Business | undefined>;
  jwks(): Promise<JSONWebKeySet>;
  /** the signed status list, as published; undefined for one that no licence points at */
  statusList(id: StatusListId): Promise<string | undefined>;
  readonly issuer: string;
  now(): number;
}

/** What others may keep, in seconds. */
const cached = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}` });

/** What anybody may ask. */
export function publicUseCases(ports: PublicPorts): UseCases<typeof PUBLIC_ROUTES> {
  return {
    async readBusiness({ parameters }) {
      const uscc = parseUscc(parameters.uscc ?? '');
      const business = uscc.ok ? await ports.business(uscc.code) : undefined;
      if (!business) throw new Problem('not-found');
      const { status, registrar, face } = business;
      const basis = basisOf(registrar, face.established);
      return { status: 200, body: { ...face, status, registrarDivision: registrar, basis } };
    },

    async verifyLicence({ body: { licence } }) {
      const answer = await verifyOurLicence(licence, {
        issuer: ports.issuer,
        jwks: await ports.jwks(),
        statusList: async (uri) => (await ports.statusList(listOf(uri, ports.issuer))) ?? '',
        now: ports.now(),
      });
      const { uscc, established } = answer;
      const basis = uscc && established && basisOf(uscc.slice(2, 8), established);
      return { status: 200, body: { ...answer, ...(basis && { basis }) } };
    },

    async readKeys() {
      return { status: 200, body: await ports.jwks(), headers: cached(300) };
    },

    async readStatusList({ parameters: { id } }) {
      const list = StatusListId.safeParse(id);
      const token = list.success ? await ports.statusList(list.data) : undefined;
      if (token === undefined) throw new Problem('not-found');
      return {
        status: 200,
        body: token,
        headers: { 'content-type': 'application/statuslist+jwt', ...cached(300) },
      };
    },

    async readProblem({ parameters: { slug = '' }, language }) {
      const problem = Object.entries(PROBLEMS).find(([name]) => name === slug)?.[1];
      if (!problem) throw new Problem('not-found');
      const { title, help } = language === 'en' ? problem.en : problem.zh;
      return {
        status: 200,
        body: { slug, status: problem.status, title, help },
        headers: cached(3600),
      };
    },
  };
}

/** @throws {RangeError} for a list that we signed into a licence but do not have: a defect of ours */
function listOf(uri: string, issuer: string): StatusListId {
  const id = StatusListId.parse(uri.slice(uri.lastIndexOf('/') + 1));
  if (statusListUri(issuer, id) !== uri) throw new RangeError('not a status list of ours');
  return id;
}
