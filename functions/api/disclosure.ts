import * as z from 'zod';
import { DISCLOSURE_WORDS, RECIPIENTS } from '../disclosure/disclosure-words.ts';
import {
  type Disclosure,
  disclosedBeside,
  type Given,
  type KeptReading,
  newestOf,
  readingDisclosed,
} from '../disclosure/disclosures.ts';
import type { Dossier } from '../notice/notices-of.ts';
import { registrarOf } from '../registrar/registrars.ts';
import { provision } from '../review/rendered-finding.ts';
import { Instant } from '../shared/calendar.ts';
import { legalDateOf } from '../shared/days.ts';
import { PROVINCES } from '../shared/divisions.ts';
import { inTongue, type Language, type Told } from '../shared/language.ts';
import { type Cursor, nextLink, unknownCursor } from './pages.ts';
import type { Answer } from './request.ts';

export const DisclosureListView = z.strictObject({
  disclosures: z.array(
    z.strictObject({
      at: Instant,
      to: z.enum(RECIPIENTS),
      /** of the authority or the host; of an official, the registrar’s: never his own */
      name: z.string(),
      /** which data */
      what: z.string(),
      /** for what purpose */
      why: z.string(),
      /** e.g. 《市场主体登记管理条例》第19条 */
      basis: z.array(z.string()),
    }),
  ),
});
type DisclosureView = z.infer<typeof DisclosureListView>['disclosures'][number];

export interface DisclosurePorts {
  /** the newest readings by officials, from one on */
  readings(applicationId: string, limit: number, before?: string): Promise<readonly KeptReading[]>;
  host(id: string): Promise<{ readonly name: string } | undefined>;
}

interface Asked {
  readonly limit: number;
  readonly cursor?: Cursor | undefined;
  readonly language: Language;
}

const PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[\w-]{1,80}$/;

/** To whom data of an application came, and when: a page of it, the newest first. */
export async function disclosureAnswer(
  ports: DisclosurePorts,
  dossier: Dossier,
  { limit, cursor, language }: Asked,
): Promise<Answer> {
  if (cursor !== undefined && !PLACE.test(cursor)) throw unknownCursor();
  const { id, registrar } = dossier.application;
  const readings = await ports.readings(id, limit + 1, cursor);
  const all = [
    ...readings.map((it) => readingDisclosed(it, registrar)),
    ...disclosedBeside(dossier),
  ];
  const { page, next } = newestOf(all, limit, cursor);
  const disclosures = await Promise.all(page.map((it) => disclosureView(ports, it, language)));
  return {
    status: 200,
    body: { disclosures },
    headers: {
      'content-language': language,
      ...nextLink(`/v1/applications/${id}/disclosures`, { limit }, next).headers,
    },
  };
}

async function disclosureView(
  ports: DisclosurePorts,
  { at, given }: Disclosure,
  language: Language,
): Promise<DisclosureView> {
  const said = inTongue(language);
  const { to, name, what, why, basis } = DISCLOSURE_WORDS[given.kind];
  const host = given.kind === 'CUSTODY' ? await ports.host(given.host) : undefined;
  return {
    at,
    to,
    // names of hosts and of persons are written as they are
    name: host?.name ?? said(nameOf(given, at, name)),
    what: said(what).replace('{who}', given.kind === 'FACE' ? given.who : ''),
    why: said(why),
    basis: basis.map(({ law, article }) => said(provision(law, article))),
  };
}

/** Of a registrar, its own as it was then; of a region, its name put into the words. */
function nameOf(given: Given, at: string, { zh, en }: Told): Told {
  if (given.kind === 'STATUS_LIST') {
    const region = PROVINCES[given.region.slice(0, 2)] ?? given.region;
    return { zh: zh.replace('{name}', region), en: en.replace('{name}', region) };
  }
  const division = 'registrar' in given ? given.registrar : undefined;
  const own = registrarOf(division, legalDateOf(at))?.name;
  return own === undefined ? { zh, en } : { zh: own, en: own };
}
