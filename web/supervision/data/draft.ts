import { isDay } from '../day.ts';
import type { Fault } from '../fault.ts';
import type { Content, ContentOf } from './an-edition.ts';
import { TYPES } from './present.ts';

/** An edition as it is typed: figures and lists as text, so that nothing half-typed is lost. */
export type Draft =
  | { readonly kind: 'LIMITS'; readonly figures: Readonly<Record<string, string>> }
  | { readonly kind: 'STOP_LIST'; readonly stateSecurity: string; readonly publicInterest: string }
  | {
      readonly kind: 'CALENDAR';
      readonly year: number;
      readonly holidays: string;
      readonly makeUpDays: string;
    }
  | {
      readonly kind: 'BUNDLE';
      readonly id: string;
      readonly version: string;
      readonly name: string;
      readonly types: readonly string[];
      readonly ownPremises: boolean;
      readonly core: string;
      readonly options: string;
      readonly isEnded: boolean;
    };
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

/** What a draft comes to, and what in it cannot be read. */
interface Drafted {
  readonly content: Content;
  readonly faults: readonly Fault[];
}

/** Statistical limits, in the order of the form. */
export const FIGURES = [
  'businessesOfOneHead',
  'ofOneHeadInOneFile',
  'applicantsWithOneContact',
  'atOneAddress',
  'newAtOneAddress',
  'alikeInOneFile',
  'oneLookedAtOfAlike',
  'returnedOfAgent',
  'decidedOfAgent',
] as const;

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The draft that says what is said already; of a new item, one in which nothing stands. */
export function draftOf(kind: Draft['kind'], item: string, present: Content | undefined): Draft {
  switch (kind) {
    case 'LIMITS': {
      const { figures } = given(kind, present) ?? { figures: {} };
      const texts = Object.entries(figures).map(([name, figure]) => [name, String(figure)]);
      return { kind, figures: Object.fromEntries(texts) };
    }
    case 'STOP_LIST': {
      const words = given(kind, present)?.words ?? [];
      const of = (asked: string) =>
        words.flatMap(({ word, ground }) => (ground === asked ? word : [])).join('\n');
      return {
        kind,
        stateSecurity: of('STATE_SECURITY'),
        publicInterest: of('PUBLIC_INTEREST'),
      };
    }
    case 'CALENDAR': {
      const { holidays = [], makeUpDays = [] } = given(kind, present)?.calendar ?? {};
      return {
        kind,
        year: Number(item),
        holidays: holidays.map(({ name, from, until }) => `${name} ${from} ${until}`).join('\n'),
        makeUpDays: makeUpDays.join('\n'),
      };
    }
    case 'BUNDLE': {
      const bundle = given(kind, present)?.bundle;
      const said = bundle && !('ended' in bundle) ? bundle : undefined;
      return {
        kind,
        id: item,
        version: said?.version ?? '',
        name: said?.name ?? '',
        types: said?.types ?? [],
        ownPremises: said?.ownPremises ?? false,
        core: said?.core.join('\n') ?? '',
        options: said?.options.join('\n') ?? '',
        isEnded: false,
      };
    }
  }
}

function given<K extends Content['kind']>(
  kind: K,
  content: Content | undefined,
): ContentOf<K> | undefined {
  const isOfKind = (it: Content): it is ContentOf<K> => it.kind === kind;
  return content && isOfKind(content) ? content : undefined;
}

/** What would be sent. What cannot be read is a fault, and is left out of it. */
export function drafted(draft: Draft): Drafted {
  switch (draft.kind) {
    case 'LIMITS':
      return limits(draft);
    case 'STOP_LIST': {
      const words = (text: string, ground: 'STATE_SECURITY' | 'PUBLIC_INTEREST') =>
        linesIn(text).map((word) => ({ word, ground }));
      return {
        content: {
          kind: 'STOP_LIST',
          words: [
            ...words(draft.stateSecurity, 'STATE_SECURITY'),
            ...words(draft.publicInterest, 'PUBLIC_INTEREST'),
          ],
        },
        faults: [],
      };
    }
    case 'CALENDAR':
      return calendar(draft);
    case 'BUNDLE': {
      const { id, version, name, types, ownPremises, core, options, isEnded } = draft;
      return {
        content: {
          kind: 'BUNDLE',
          bundle: isEnded
            ? { id, ended: true }
            : {
                id,
                version: version.trim(),
                name: name.trim(),
                types: TYPES.filter((it) => types.includes(it)),
                ownPremises,
                core: linesIn(core),
                options: linesIn(options),
              },
        },
        faults: [],
      };
    }
  }
}

function limits({ figures }: DraftOf<'LIMITS'>): Drafted {
  const isNumber = (text: string) => /^\d+$/.test(text.trim());
  const of = (name: (typeof FIGURES)[number]) => Number(figures[name]);
  return {
    content: {
      kind: 'LIMITS',
      figures: {
        businessesOfOneHead: of('businessesOfOneHead'),
        ofOneHeadInOneFile: of('ofOneHeadInOneFile'),
        applicantsWithOneContact: of('applicantsWithOneContact'),
        atOneAddress: of('atOneAddress'),
        newAtOneAddress: of('newAtOneAddress'),
        alikeInOneFile: of('alikeInOneFile'),
        oneLookedAtOfAlike: of('oneLookedAtOfAlike'),
        returnedOfAgent: of('returnedOfAgent'),
        decidedOfAgent: of('decidedOfAgent'),
      },
    },
    faults: FIGURES.flatMap((name) =>
      isNumber(figures[name] ?? '')
        ? []
        : [{ pointer: `/content/figures/${name}`, detail: 'NOT_A_NUMBER' }],
    ),
  };
}

function calendar({ year, holidays, makeUpDays }: DraftOf<'CALENDAR'>): Drafted {
  const read = linesIn(holidays).map((line) => {
    const [, name = '', from = '', until = from] =
      /^(.+?)\s+(\d{4}-\d\d-\d\d)(?:\s+(\d{4}-\d\d-\d\d))?$/.exec(line) ?? [];
    return { line, holiday: { name, from, until } };
  });
  const days = linesIn(makeUpDays);
  return {
    content: {
      kind: 'CALENDAR',
      calendar: {
        year,
        holidays: read.flatMap(({ holiday }) =>
          isDay(holiday.from) && isDay(holiday.until) ? holiday : [],
        ),
        makeUpDays: days.filter(isDay),
      },
    },
    faults: [
      ...read.flatMap(({ line, holiday }) =>
        isDay(holiday.from) && isDay(holiday.until)
          ? []
          : [{ pointer: line, detail: 'NOT_A_HOLIDAY' }],
      ),
      ...days.flatMap((day) => (isDay(day) ? [] : [{ pointer: day, detail: 'NOT_A_DAY' }])),
    ],
  };
}
