import type { OfferedHost } from '../cluster/host.ts';
import { REGISTRARS, registrarOf } from '../registrar/registrars.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { inTongue } from '../shared/language.ts';
import { nextLink } from './pages.ts';
import type { REGISTRAR_ROUTES } from './registrar.routes.ts';
import type { UseCases } from './request.ts';

/** Districts as they are written in English. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  '440103': 'Liwan',
  '440104': 'Yuexiu',
  '440105': 'Haizhu',
  '440106': 'Tianhe',
  '440111': 'Baiyun',
  '440112': 'Huangpu',
  '440113': 'Panyu',
  '440114': 'Huadu',
  '440115': 'Nansha',
  '440117': 'Conghua',
  '440118': 'Zengcheng',
};

const DIVISIONS = [...new Set(REGISTRARS.map(({ division }) => division))];

/** What others may keep, in seconds: what is in force changes at midnight, places at any moment. */
const cached = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}` });

interface RegistrarPorts {
  hosts(
    of: { readonly registrar: string; readonly on: LegalDate },
    limit: number,
    after?: string,
  ): Promise<{ hosts: readonly OfferedHost[]; next?: string }>;
  now(): number;
}

/** What anybody asks before he fills in a form: which registrars there are, and which hosts. */
export function registrarUseCases({
  hosts,
  now,
}: RegistrarPorts): UseCases<typeof REGISTRAR_ROUTES> {
  return {
    async listRegistrars({ language }) {
      const said = inTongue(language);
      const inForce = DIVISIONS.flatMap((it) => registrarOf(it, legalDateOf(now())) ?? []);
      const registrars = inForce.map(({ division, name, district, registers, regime }) => ({
        division,
        name: said({
          zh: name,
          en: `${IN_ENGLISH[division] ?? district} District Administration for Market Regulation, Guangzhou`,
        }),
        types: registers,
        confirmation: regime === 'CONFIRMATION',
      }));
      return {
        status: 200,
        body: { registrars },
        headers: { ...cached(300), 'content-language': language, vary: 'accept-language' },
      };
    },

    async listHosts({ query: { registrar, limit, cursor } }) {
      const of = { registrar, on: legalDateOf(now()) };
      const { hosts: offered, next } = await hosts(of, limit, cursor);
      const { headers } = nextLink('/v1/hosts', { registrar, limit }, next);
      return { status: 200, body: { hosts: offered }, headers: { ...cached(15), ...headers } };
    },
  };
}
