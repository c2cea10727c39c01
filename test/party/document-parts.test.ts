import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#functions/application/form.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { manifestOf } from '#functions/party/document-parts.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';

/** A form with a member of every kind: at a host's, by an agent, with a corporate shareholder. */
const whole = aForm({
  ...atHost,
  premises: { ...atHost.premises, address: '广州市南沙区望潮街88号', place: 7 },
  termYears: 20,
  mandate: { agent: '云汀代理', acts: ['ESTABLISHMENT'], from: '2026-11-01', until: '2027-10-31' },
  shareholders: [
    { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
    {
      company: { name: '长沙云汀贸易有限公司', uscc: '91440115MAX000023X', licence: 'eyJ.eyJ.AA~' },
      fen: 30_000_000,
    },
  ],
});

const CONSENTS = ['CONSENT:p1', 'CONSENT:p2', 'CONSENT:p3'];
/** Which parts a member of `whole` belongs to, beside APPLICATION; the first that matches counts. */
const BELONGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^type$|^name$/, ['CHARTER', 'MANDATE', 'CUSTODY', ...CONSENTS]],
  [/^registrar$/, ['MANDATE']],
  [/^scope|^capital|^charter|^supervision|^termYears/, ['CHARTER']],
  [/^shareholders\/\d\/company\/licence$/, []],
  [/^shareholders/, ['CHARTER']],
  [/^premises\/(host|place)$/, ['CHARTER', 'CUSTODY']],
  [/^premises\/address$/, ['CHARTER']],
  [/^premises\/custody/, ['CUSTODY']],
  [/^promises/, ['PROMISES']],
  [/^people\/p1\/(name|document\/(kind|number))$/, ['CHARTER', 'CONSENT:p1']],
  [/^people\/p2\/(name|document\/(kind|number))$/, ['CHARTER', 'CONSENT:p2']],
  [/^people\/p3\/(name|document\/(kind|number))$/, ['CHARTER', 'CONSENT:p3']],
  [/^people\/p1/, ['CONSENT:p1']],
  [/^people\/p2/, ['CONSENT:p2']],
  [/^people\/p3/, ['CONSENT:p3']],
  [/^beneficialOwners/, []],
];

/** Leaves of a form: path → value. Roles are left out: they decide which parts there are. */
function leavesOf(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) =>
    leavesOf(member, path ? `${path}/${key}` : key),
  );
}
const leaves = leavesOf(whole).filter(
  ([path]) => !path.startsWith('roles') && path !== 'premises/kind',
);

/** Another value of the same type. */
const otherThan = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  return `${text.slice(0, -1)}${text.endsWith('9') ? 8 : 9}`;
};

function edited(path: string): ApplicationForm {
  const form = structuredClone(whole);
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<object>((at, step) => Reflect.get(at, step), form);
  Reflect.set(holder, last, otherThan(Reflect.get(holder, last)));
  return ApplicationForm.parse(form);
}

const changed = async (form: ApplicationForm, from = whole): Promise<readonly string[]> => {
  const [before, after] = await Promise.all([manifestOf(from), manifestOf(form)]);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => before[part] !== after[part])
    .sort();
};

/** The same value with the members of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe('the parts of a document', () => {
  it('are those that the form has content for', async () => {
    const partsOf = async (form: ApplicationForm) => Object.keys(await manifestOf(form)).sort();
    expect(await partsOf(whole)).toEqual(
      ['APPLICATION', 'CHARTER', 'MANDATE', 'CUSTODY', 'PROMISES', ...CONSENTS].sort(),
    );
    expect(await partsOf(anIndividualBusiness())).toEqual(['APPLICATION', 'CONSENT:p1']);
  });

  it.each(leaves.map(([path]) => path))(
    'that hold %s are the ones that an edit of it changes',
    async (path) => {
      const parts = path.startsWith('mandate')
        ? ['MANDATE']
        : ['APPLICATION', ...(BELONGS.find(([pattern]) => pattern.test(path))?.[1] ?? ['?'])];
      expect(await changed(edited(path))).toEqual(parts.sort());
    },
  );

  it('of a post: an edit of who holds it changes the charter and the consents of both', async () => {
    const roles = { ...whole.roles, supervisors: ['p3'] };
    expect(await changed({ ...whole, roles })).toEqual(
      ['APPLICATION', 'CHARTER', 'CONSENT:p2', 'CONSENT:p3'].sort(),
    );
  });

  it('do not depend on the order in which people of one post are written', async () => {
    const directors = (order: string[]) => aForm({ roles: { ...whole.roles, directors: order } });
    const parts = await changed(directors(['p2', 'p1']), directors(['p1', 'p2']));
    expect(parts).toEqual(['APPLICATION', 'CHARTER']);
  });

  it('have the same digests whatever the key order and the Unicode composition', async () => {
    const text = fc
      .array(fc.constantFrom('é', 'ữ', '가', '晨', 'ａ', '\u0301'))
      .map((it) => it.join(''));
    await fc.assert(
      fc.asyncProperty(fc.subarray(['name', 'supervision'] as const), text, async (members, it) => {
        const of = (form: 'NFC' | 'NFD') =>
          ({
            ...whole,
            ...Object.fromEntries(members.map((member) => [member, it.normalize(form)])),
          }) satisfies ApplicationForm;
        const reordered = ApplicationForm.parse(shuffled(of('NFD')));
        expect(await manifestOf(reordered)).toEqual(await manifestOf(of('NFC')));
        expect(await documentHash(reordered)).toBe(await documentHash(of('NFC')));
      }),
    );
  });
});
