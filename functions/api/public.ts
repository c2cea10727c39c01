import type { JSONWebKeySet } from 'jose';
import { verifyOurLicence } from '../business-licence/licence-answer.ts';
import { StatusListId, statusListUri } from '../business-licence/licence-status.ts';
import { nameKey, parseName } from '../name/trade-name.ts';
import type { Business } from '../register/business.ts';
import { basisOf } from '../registrar/confirmation.ts';
import { REGISTRARS } from '../registrar/registrars.ts';
import { inTongue, remarkIn } from '../shared/language.ts';
import { parseUscc } from '../shared/unified-social-credit-code.ts';
import { PROBLEMS, Problem } from './problems.ts';
import type { PUBLIC_ROUTES } from './public.routes.ts';
import type { UseCases } from './request.ts';

export interface PublicPorts {
  business(uscc: string): Promise<Business | undefined>;
  /** of these 字号, at these registrars */
  named(keys: readonly string[], registrars: readonly string[]): Promise<readonly Business[]>;
  jwks(): Promise<JSONWebKeySet>;
  /** the signed status list, as published; undefined for one that no licence points at */
  statusList(id: StatusListId): Promise<string | undefined>;
  readonly issuer: string;
  now(): number;
}

const EVERY_REGISTRAR = [...new Set(REGISTRARS.map(({ division }) => division))];

/** A whole name is sought by its 字号; what is one itself may end as a name does (朝阳馆). */
const soughtKeys = (text: string): readonly string[] => {
  const keys = [parseName(text).key ?? '', nameKey(text)];
  return [...new Set(keys)].filter((key) => key.length > 0 && key.length <= 200);
};

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

    async searchRegister({ query: { name } }) {
      const found = await ports.named(soughtKeys(name), EVERY_REGISTRAR);
      const businesses = found.map(({ status, face }) => {
        const { uscc, name, registrar, established } = face;
        return { uscc, name, registrar, established, status };
      });
      return { status: 200, body: { businesses } };
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
      const said = inTongue(language);
      return {
        status: 200,
        body: {
          ...{ slug, status: problem.status },
          title: said({ zh: problem.zh.title, en: problem.en.title }),
          help: [
            said({ zh: problem.zh.help, en: problem.en.help }),
            remarkIn(language).remark,
          ].join(''),
        },
        headers: { ...cached(3600), 'content-language': language, vary: 'accept-language' },
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
