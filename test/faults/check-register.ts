import * as z from 'zod';
import type { Application } from '#functions/application/application.ts';
import type { Wanted } from '#functions/application/holds.ts';
import { Host } from '#functions/cluster/host.ts';
import type { Item, LeftItems, Must } from './left-items.ts';

const Place = z.looseObject({
  place: z.int().catch(0),
  holder: z.string().catch('nobody'),
  uscc: z.string().optional(),
});
export const Business = z.looseObject({
  uscc: z.string(),
  registrar: z.string(),
  serial: z.int(),
  applicationId: z.string(),
  attempt: z.int(),
  status: z.string(),
});
export type Business = z.infer<typeof Business>;
const Claimed = z.looseObject({ pk: z.string(), holder: z.string() });
const Card = z.looseObject({
  holdings: z.record(z.string(), z.looseObject({ kind: z.string(), holder: z.string() })),
});

/** States in which an application still wants what it holds. */
const HOLDS = new Set(['DRAFT', 'SIGNING', 'SUBMITTED', 'RETURNED', 'REFERRED']);

/** Every code and serial that any history of this process was given. */
const codes = new Set<string>();

/** The register's side: what is given out is given once, and only to who may have it. */
export function checkRegister(
  must: Must,
  left: LeftItems,
  heads: readonly Application[],
  wants: ReadonlyMap<string, Wanted>,
  businesses: readonly Business[],
  licences: readonly Item[],
  host: Host | undefined,
): void {
  const byId = new Map(heads.map((it) => [it.id, it]));
  const annulled = new Set(
    businesses.filter(({ status }) => status === 'ANNULLED').map((it) => it.applicationId),
  );
  /** those who have what they were registered with */
  const inBusiness = heads.filter(({ id, state }) => state === 'REGISTERED' && !annulled.has(id));
  must(
    businesses.length === licences.length,
    `${businesses.length} businesses, ${licences.length} licences`,
  );
  must(
    businesses.length === heads.filter(({ state }) => state === 'REGISTERED').length,
    'businesses are not the registered applications',
  );
  for (const { uscc, registrar, serial } of businesses) {
    for (const code of [uscc, `${registrar}/${serial}`]) {
      must(!codes.has(code), `${code} was given twice`);
      codes.add(code);
    }
  }

  // names
  const cards = new Map(left.matching(/^NAME#/).map((it) => [it.pk, Card.parse(it).holdings]));
  for (const [pk, holdings] of cards) {
    for (const [industry, { kind, holder }] of Object.entries(holdings)) {
      const head = kind === 'LIVE' ? heads.find((it) => it.uscc === holder) : byId.get(holder);
      const name = head && wants.get(head.id)?.name;
      const state = head?.state ?? '';
      must(
        kind === 'LIVE' ? state === 'REGISTERED' : HOLDS.has(state),
        `${pk} ${industry}: ${kind} for one that is ${state || 'not there'}`,
      );
      must(
        kind !== 'LIVE' || (name?.industry === industry && pk.endsWith(`#${name.key}`)),
        `${pk} ${industry}: held by one that does not want it`,
      );
    }
  }
  for (const head of inBusiness) {
    const name = wants.get(head.id)?.name;
    const holding = name && cards.get(`NAME#${name.registrar}#${name.key}`)?.[name.industry];
    must(!name || holding?.holder === head.uscc, `${head.id} is registered without its name`);
  }

  // what clients intend
  for (const { pk, holder } of left.matching(/^INTENT#.*\|CLAIM$/).map((it) => Claimed.parse(it))) {
    const state = byId.get(holder)?.state ?? 'not there';
    must(HOLDS.has(state) || state === 'REGISTERED', `${pk} is claimed by one that is ${state}`);
    must(!annulled.has(holder), `${pk} is claimed by one that is annulled`);
    const wanted = wants.get(holder)?.intent === pk.slice('INTENT#'.length);
    must(wanted || state === 'DRAFT' || state === 'SIGNING', `${pk} is not what ${holder} wants`);
  }
  for (const head of inBusiness) {
    const { intent } = wants.get(head.id) ?? {};
    const [claim] = intent ? left.matching(new RegExp(`^INTENT#${intent}\\|CLAIM$`)) : [];
    must(!intent || claim?.holder === head.id, `${head.id} is registered without its claim`);
  }

  // places
  const places = left.matching(/^HOST#.*\|PLACE#/).map((it) => Place.parse(it));
  const tenants = left.matching(/^HOST#.*\|TENANT#/).map((it) => Place.parse(it));
  const line = (it: z.infer<typeof Place>) => `${it.place} ${it.holder} ${it.uscc ?? ''}`;
  must(
    places.map(line).sort().join() === tenants.map(line).sort().join(),
    `tenants and places differ: ${tenants.map(line)} / ${places.map(line)}`,
  );
  // who was killed early enough left none
  const [kept] = left.matching(/^HOST#.*\|HEAD$/);
  const most = host?.places ?? (kept ? Host.parse(kept).places : 0);
  must(places.length <= most, `${places.length} tenants in ${most} places`);
  for (const { place, holder, uscc } of places) {
    const head = byId.get(holder);
    const state = head?.state ?? 'not there';
    must(!annulled.has(holder), `place ${place} is held by one that is annulled`);
    must(place >= 1 && place <= most, `place ${place} is none of the host's`);
    must(
      uscc === undefined ? HOLDS.has(state) : state === 'REGISTERED' && head?.uscc === uscc,
      `place ${place} is held by one that is ${state}`,
    );
  }
  for (const head of inBusiness) {
    if (!wants.get(head.id)?.place) continue;
    must(
      tenants.some(({ holder, uscc }) => holder === head.id && uscc === head.uscc),
      `${head.id} is registered without its place`,
    );
  }
}
