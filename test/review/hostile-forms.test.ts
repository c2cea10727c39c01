import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#functions/application/form.ts';
import { type PreCheckPorts, preCheck } from '#functions/intake/pre-check.ts';
import { DEFECT } from '#functions/review/rule.ts';
import { faultsOf } from '#functions/shared/request-faults.ts';
import {
  aForm,
  anIndividualBusiness,
  aSoleProprietorship,
  atHost,
  people,
} from '#test/builders/a-form.ts';
import { anIndex } from '#test/builders/a-person-key.ts';
import { aHost } from '#test/builders/review-facts.ts';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { changed, fieldsOf, pointerOf, valuesIn } from './text-fields.ts';

/** A register in which nobody holds anything, and one host has a place. */
const ports: PreCheckPorts = {
  held: async (_, { place }) => ({
    holdings: place?.host === aHost().id ? { host: aHost() } : {},
    known: new Map(),
  }),
  index: anIndex,
  nearNames: async () => [],
  published: async () => [],
  cards: async (names) => names.map(() => undefined),
  placeFree: async () => true,
  now: () => Date.parse('2026-11-23T04:00:00.000Z'),
};

/** Forms that between them fill in every text and every number, and that nothing is said against but what they show. */
const FORMS: readonly ApplicationForm[] = [
  aForm({
    scope: { items: ['日用百货销售', '食品销售（仅销售预包装食品）'] },
    filings: [
      {
        item: '食品销售（仅销售预包装食品）',
        channels: ['RETAIL'],
        products: '饼干、茶叶',
        storedAt: '广州市南沙区望潮街12号305房',
      },
    ],
    approvals: [
      {
        ...{ item: '日用百货销售', number: '示例〔2026〕1号', authority: '示例局' },
        ...{ issued: '2026-11-01', until: '2027-10-31', holder: '岑晓岚', address: '望潮街12号' },
      },
    ],
    people: {
      ...people,
      p2: {
        ...people.p2,
        document: {
          kind: 'PASSPORT',
          number: 'E31415926',
          validUntil: '2030-01-01',
          certification: { kind: 'APOSTILLE', number: 'A-1', until: '2030-01-01' },
        },
      },
    },
    shareholders: [
      { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
      {
        company: {
          name: '广州市南沙区云汀商务秘书有限公司',
          uscc: '91440115MAX0000153',
          licence: 'token',
        },
        fen: 30_000_000,
        contribution: 'CASH',
        due: '2030-12-31',
      },
    ],
    beneficialOwners: { owners: [{ person: 'p1', share: 70 }] },
    termYears: 30,
    mandate: {
      agent: 'agent-1',
      client: 'p1',
      acts: ['ESTABLISHMENT'],
      from: '2026-11-01',
      until: '2026-12-31',
      corrections: true,
    },
    promises: { address: true, version: '2026-05' },
  }),
  aForm({ ...atHost, premises: { ...atHost.premises, place: 7 } }),
  aSoleProprietorship({
    scope: { bundle: { id: 'B01', version: '2026-11' }, without: ['日用品销售'] },
  }),
  anIndividualBusiness({
    operation: 'FAMILY',
    roles: { operator: 'p1', family: ['p2'], liaison: 'p1' },
  }),
];

/** What its issuer's signature answers for, and no rule reads. */
const TOKEN = '/shareholders/*/company/licence';

/** What the door or the pre-check says of a form: by pointer, and whether it would be approved. */
async function answered(form: unknown) {
  const { data, error } = ApplicationForm.safeParse(form);
  if (!data) return { approved: false, pointers: faultsOf(error).map(({ pointer }) => pointer) };
  const { verdict, findings } = await preCheck(ports, data, true);
  expect(findings.filter(({ says }) => says === DEFECT)).toEqual([]);
  return { approved: verdict === 'APPROVE', pointers: findings.map(({ pointer }) => pointer) };
}

/** Every text of the forms but tokens, with what each is written as. */
const TEXTS = FORMS.flatMap((form, of) =>
  valuesIn(form, 'string').map((path) => ({ form, path, pointer: pointerOf(path), of })),
).filter(({ pointer }) => !pointer.endsWith('/licence'));

const inside = (character: string) => (text: unknown) => {
  const [first = '', ...rest] = String(text);
  return first + character + rest.join('');
};

it('is about forms that are approved as they stand', async () => {
  for (const form of FORMS) expect(await answered(form)).toHaveProperty('approved', true);
});

it('has every field of the form', () => {
  for (const kind of ['string', 'number'] as const) {
    const filled = FORMS.flatMap((form) => valuesIn(form, kind)).map((path) =>
      pointerOf(
        path.map((step, at) => (/^\d+$/.test(step) || path[at - 1] === 'people' ? '*' : step)),
      ),
    );
    const fields = fieldsOf(ApplicationForm, kind).filter((it) => it !== TOKEN);
    expect(fields.filter((it) => !filled.includes(it))).toEqual([]);
    expect(fields.length).toBeGreaterThan(kind === 'string' ? 50 : 4);
  }
});

describe.each([
  ['a bidirectional override', inside('\u202e')],
  ['an isolate', inside('\u2066')],
  ['a zero-width space', inside('\u200b')],
  ['a zero-width joiner', inside('\u200d')],
  ['a soft hyphen', inside('\u00ad')],
  ['a variation selector', inside('\ufe0f')],
  ['a tag character', inside('\u{e0041}')],
  ['NUL', inside('\u0000')],
  ['a line break', inside('\n')],
  ['an escape', inside('\u001b')],
  ['a no-break space', inside('\u00a0')],
  ['an emoji', inside('😀')],
  ['Cyrillic for Latin', inside('А')],
  ['Greek for Latin', inside('Ο')],
  ['a mathematical letter', inside('𝐀')],
  ['Hangul filler', inside('\u3164')],
  ['a combining mark', inside('\u0489')],
  ['a Kangxi radical', inside('\u2f54')],
  ['a private character', inside('\ue000')],
  ['an unassigned character', inside('\u{3fffd}')],
  ['half a surrogate pair', inside('\ud800')],
  ['ten thousand characters', (text: unknown) => String(text).padEnd(10_000, '岚')],
])('%s', (_, change) => {
  it('is answered in every text, at that text, and never approved', async () => {
    for (const { form, path, pointer } of TEXTS) {
      const { approved, pointers } = await answered(changed(form, path, change));
      expect({ pointer, approved }).toEqual({ pointer, approved: false });
      expect(pointers).toContain(pointer);
    }
  });
});

/** Other ways of writing the same: taken as meant, or told at the text. */
describe.each([
  [
    'full-width digits and letters',
    (text: unknown) =>
      String(text).replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)),
  ],
  ['an ideographic space before and behind', (text: unknown) => `\u3000${text}\u3000`],
])('%s', (_, change) => {
  it('say what was meant, or are told where they stand', async () => {
    for (const { form, path, pointer } of TEXTS) {
      const meant = await answered(form);
      const { pointers } = await answered(changed(form, path, change));
      if (!pointers.some((it) => it !== '' && pointer.startsWith(it)))
        expect({ pointer, pointers }).toEqual({ pointer, pointers: meant.pointers });
    }
  });
});

it('a form of which every text is in traditional characters is told each that must be simplified', async () => {
  const { approved, pointers } = await answered(
    aForm({
      name: '廣州市南沙區晨嵐百貨有限責任公司',
      scope: { items: ['日用百貨銷售'] },
      premises: { kind: 'OWN', address: '廣州市南沙區望潮街12號305房', proof: 'LEASE' },
    }),
  );
  expect(approved).toBe(false);
  expect(pointers).toEqual(['/name', '/scope/items/0', '/premises/address']);
});

it('what is wrong is shown by its number, five characters at most', async () => {
  const shown = async (name: string) =>
    (
      await preCheck(ports, aForm({ people: { ...people, p1: { ...people.p1, name } } }))
    ).findings.map(({ rule, says, found }) => `${rule} ${says} ${found?.characters}`);
  expect(await shown('岑\u202e晓\u200b岚\u202e')).toEqual(['CO-02 ILLEGIBLE U+202E U+200B']);
  expect(await shown('岑абвгде')).toEqual(['CO-02 ILLEGIBLE U+0430 U+0431 U+0432 U+0433 U+0434']);
  expect(await shown('岑 L')).toEqual(['CO-02 NOT_CHINESE U+0020 L']);
});

it('a Chinese character of four bytes is no hostile one', async () => {
  const form = aForm({
    people: {
      ...people,
      p1: { ...people.p1, name: '岑𬭚𠮷', residence: '广州市天河区𬒈岭路6号302房' },
    },
  });
  expect(await answered(form)).toEqual({ approved: true, pointers: [] });
});

describe.each([1e300, -1, 1e21, Number.MAX_SAFE_INTEGER + 2, 5e-324, -0])(
  'the number %d',
  (number) => {
    it('is approved in no number', async () => {
      for (const form of FORMS)
        for (const path of valuesIn(form, 'number')) {
          const { approved } = await answered(changed(form, path, () => number));
          expect({ at: pointerOf(path), approved }).toEqual({
            at: pointerOf(path),
            approved: false,
          });
        }
    });
  },
);

it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'a member named %s reaches nothing',
  async (name) => {
    const hostile = JSON.parse(`{${JSON.stringify(name)}:{"name":"x","polluted":true}}`);
    const places = [
      [],
      ['people'],
      ['people', 'p1'],
      ['roles'],
      ['scope'],
      ['premises'],
      ['promises'],
    ];
    for (const path of places) {
      const form = changed(aForm(), path, (it) => {
        const member = structuredClone(it) as object;
        Object.defineProperty(member, name, {
          value: hostile[name],
          enumerable: true,
          configurable: true,
          writable: true,
        });
        return member;
      });
      const { approved, pointers } = await answered(form);
      if (approved) expect(JSON.stringify(ApplicationForm.parse(form))).not.toContain('polluted');
      else expect(pointers.join()).toContain(name);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  },
);

it('a pre-check answers whatever gets past the door, and no rule of it fails', async () => {
  await fc.assert(
    fc.asyncProperty(anArbitraryForm, fc.boolean(), async (form, verified) => {
      const { findings } = await preCheck(ports, form, verified);
      expect(findings.filter(({ says }) => says === DEFECT)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
