import { mayBecome } from '../application/lifecycle.ts';
import { holdingOf, occupy } from '../name/name-card.ts';
import { serialOf } from '../shared/unified-social-credit-code.ts';
import type { Books, HostItem } from './books.ts';
import type { Difference } from './difference.ts';

/** What an application may hold name and place in: it may still be registered, or is. */
const HOLDING = ['DRAFT', 'SIGNING', 'SUBMITTED', 'RETURNED', 'REFERRED', 'REGISTERED'];

/** Numbers of lots that processes may still hold in their memory while tables are put back; gaps do no harm. */
const OUTSTANDING = 10_000;

/** Applications against businesses and their licences. */
export function businessDifferences({ applications, businesses, licences }: Books): Difference[] {
  const missing = [...applications.values()].flatMap(({ id, state, uscc }): Difference[] =>
    state === 'REGISTERED' && uscc !== undefined && !businesses.has(uscc)
      ? [
          {
            kind: 'BUSINESS_MISSING',
            subject: `${id} ${uscc}`,
            repair: { put: 'BUSINESS', applicationId: id, uscc },
          },
        ]
      : [],
  );
  const known = [...businesses.values()].flatMap(
    ({ uscc, applicationId, attempt }): Difference[] => {
      const application = applications.get(applicationId);
      if (!application)
        return [{ kind: 'APPLICATION_MISSING', subject: `${uscc} ${applicationId}` }];
      if (application.state === 'REGISTERED') return [];
      const movable = mayBecome(application.state, 'REGISTERED') && application.attempt === attempt;
      return [
        {
          kind: 'APPLICATION_BEHIND',
          subject: `${applicationId} ${application.state} ${uscc}`,
          ...(movable && { repair: { put: 'STATE', applicationId, uscc } }),
        },
      ];
    },
  );
  const codes = new Set([
    ...businesses.keys(),
    ...[...applications.values()].flatMap(({ uscc }) => uscc ?? []),
  ]);
  const unlicensed = [...codes].filter((uscc) => !licences.has(uscc));
  return [
    ...missing,
    ...known,
    ...unlicensed.map((uscc): Difference => ({ kind: 'LICENCE_MISSING', subject: uscc })),
  ];
}

/** Name cards against businesses and applications. */
export function nameDifferences(books: Books, now: string): Difference[] {
  const { applications, businesses, cards } = books;
  const codes = new Set([...applications.values()].flatMap(({ uscc }) => uscc ?? []));
  const registered = new Set([...businesses.values()].map((it) => it.applicationId));
  const unheld = [...businesses.values()].flatMap(
    ({ uscc, applicationId, status }): Difference[] => {
      const name = books.wanted.get(applicationId)?.name;
      if (!name || status === 'ANNULLED') return [];
      const holdings = cards.get(`${name.registrar}#${name.key}`) ?? {};
      const { industry, linked } = name;
      if (holdingOf({ holdings }, industry, uscc)?.kind === 'LIVE') return [];
      const answer = occupy(
        { version: 0, holdings },
        { industry, linked, applicationId, uscc, now },
      );
      return 'conflicts' in answer
        ? [{ kind: 'NAME_HELD_TWICE', subject: uscc }]
        : [{ kind: 'NAME_NOT_HELD', subject: uscc, repair: { put: 'NAME', applicationId, uscc } }];
    },
  );
  const orphaned = [...cards].flatMap(([card, holdings]) =>
    Object.values(holdings).flatMap(({ kind, holder, until }): Difference[] => {
      const subject = `${card.slice(0, 6)} ${holder}`;
      if (kind === 'LIVE') {
        const known = businesses.has(holder) || codes.has(holder);
        return known ? [] : [{ kind: 'NAME_OF_NOBODY', subject }];
      }
      if (until !== undefined && until <= now) return [];
      if (HOLDING.includes(applications.get(holder)?.state ?? '')) return [];
      if (registered.has(holder)) return [];
      return [
        {
          kind: 'RESERVATION_OF_NOBODY',
          subject,
          repair: { put: 'RELEASE', card, applicationId: holder },
        },
      ];
    }),
  );
  return [...unheld, ...orphaned];
}

/** Claims on what clients intend against the applications that hold them. */
export const claimDifferences = ({ applications, businesses, claims }: Books): Difference[] => {
  const registered = new Set([...businesses.values()].map((it) => it.applicationId));
  return [...claims].flatMap(([intent, applicationId]): Difference[] => {
    const holds = HOLDING.includes(applications.get(applicationId)?.state ?? '');
    if (holds || registered.has(applicationId)) return [];
    const repair = { put: 'UNCLAIM', intent, applicationId } as const;
    return [{ kind: 'CLAIM_OF_NOBODY', subject: applicationId, repair }];
  });
};

const placeOf = ({ host, place }: HostItem): string => `${host} ${place}`;

/** Places against their tenants, and tenants against applications and businesses. */
export function placeDifferences(books: Books): Difference[] {
  const { applications, businesses, places, tenants } = books;
  const codeOf = new Map([...businesses.values()].map((it) => [it.applicationId, it.uscc]));
  const paired = (list: readonly HostItem[]) =>
    new Set(list.map((it) => `${placeOf(it)} ${it.holder}`));
  const differing = (
    list: readonly HostItem[],
    others: readonly HostItem[],
    kind: 'PLACE_WITHOUT_TENANT' | 'TENANT_WITHOUT_PLACE',
  ): Difference[] => {
    const there = paired(others);
    return list
      .filter((it) => !there.has(`${placeOf(it)} ${it.holder}`))
      .map((item) => ({
        kind,
        subject: placeOf(item),
        repair: { put: kind === 'PLACE_WITHOUT_TENANT' ? 'TENANT' : 'PLACE', item },
      }));
  };
  const held = tenants.flatMap((item): Difference[] => {
    const { holder, uscc } = item;
    const subject = `${placeOf(item)} ${holder}`;
    const code = codeOf.get(holder);
    if (code !== undefined && uscc === undefined) {
      return [{ kind: 'PLACE_NOT_OCCUPIED', subject, repair: { put: 'OCCUPY', item, uscc: code } }];
    }
    const state = applications.get(holder)?.state ?? '';
    if (code !== undefined || uscc !== undefined || HOLDING.includes(state)) return [];
    return [{ kind: 'TENANT_OF_NOBODY', subject, repair: { put: 'VACATE', item } }];
  });
  const tenanted = new Set([...tenants, ...places].map(({ host, holder }) => `${host} ${holder}`));
  const unknown = [...applications.values()]
    .filter(({ state }) => state === 'REGISTERED')
    .filter(({ uscc }) => businesses.get(uscc ?? '')?.status !== 'ANNULLED')
    .flatMap(({ id }): Difference[] => {
      const host = books.wanted.get(id)?.place?.host;
      if (host === undefined || tenanted.has(`${host} ${id}`)) return [];
      return [{ kind: 'PLACE_UNKNOWN', subject: `${host} ${id}` }];
    });
  return [
    ...differing(places, tenants, 'PLACE_WITHOUT_TENANT'),
    ...differing(tenants, places, 'TENANT_WITHOUT_PLACE'),
    ...held,
    ...unknown,
  ];
}

/** Numbers drawn against the highest in use, of businesses and of applications whose business is gone. */
export function lotDifferences({ applications, businesses, drawn }: Books): Difference[] {
  const highest = new Map<string, number>();
  const codes = new Set([
    ...businesses.keys(),
    ...[...applications.values()].flatMap(({ uscc }) => uscc ?? []),
  ]);
  for (const uscc of codes) {
    const division = uscc.slice(2, 8);
    highest.set(division, Math.max(highest.get(division) ?? 0, serialOf(uscc)));
  }
  return [...highest].flatMap(([division, serial]): Difference[] =>
    serial < (drawn.get(division) ?? 0)
      ? []
      : [
          {
            kind: 'LOT_BEHIND',
            subject: `${division} ${serial}`,
            repair: {
              put: 'LOT',
              division,
              drawn: serial + 1 + OUTSTANDING,
            },
          },
        ],
  );
}
