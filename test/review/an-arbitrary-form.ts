import fc from 'fast-check';
import * as z from 'zod';
import { ApplicationForm } from '#functions/application/form.ts';
import { aForm, anIndividualBusiness, aSoleProprietorship, atHost } from '#test/builders/a-form.ts';

/** Values that lead rules into their branches, beside any text and any number. */
const TELLING = [
  ...['LIMITED_COMPANY', 'SOLE_PROPRIETORSHIP', 'INDIVIDUAL_BUSINESS', '440115', '440106'],
  ...['OWN', 'HOME', 'CLUSTER', 'NETWORK', 'PROMISE', 'LEASE', 'FAMILY', 'PERSONAL', 'H-0001'],
  ...['BOARD', 'ONE', 'AUDIT_COMMITTEE', 'NONE_BY_CONSENT', 'CASH', 'DATA', 'CNY', 'constructor'],
  ...[
    'RESIDENT_ID',
    'PASSPORT',
    'HK_MACAO_PERMIT',
    '440106198804123025',
    '2026-11-23',
    '2026-02-30',
  ],
  ...['B01', 'B13', '日用百货销售', '食品销售', '网络文化经营', '91440115MAX000023X', '__proto__'],
  ...['广州市南沙区晨岚百货有限公司', '中国百货', '广州市南沙区望潮街12号', 'toString', ''],
];
/** What is not seen, looks like another, or takes more room than it seems. */
const HOSTILE = [
  ...'\u202e\u2066\u200b\u200d\ufe0f\u00ad\u0000\u001b\n\u00a0\u0301\u2f54\ue000\u{e0041}',
  ..."АΑａ７𝐀😀𠮷廣（{'",
  '$&',
];
const pieces = fc
  .array(fc.oneof(fc.constantFrom(...TELLING, ...HOSTILE), fc.string({ unit: 'binary' })), {
    maxLength: 6,
  })
  .map((it) => it.join(''));
const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TELLING) }, fc.string(), pieces);
const key = fc.constantFrom('p1', 'p2', 'p3', 'prototype', 'p-9');

/** Any value that a schema of the form admits: built from the schema, so a new field is tried at once. */
function anyOf(schema: unknown): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return anyOf(schema.unwrap());
  if (schema instanceof z.ZodObject)
    return fc.record(
      Object.fromEntries(Object.entries(schema.shape).map(([name, it]) => [name, anyOf(it)])),
      {
        requiredKeys: Object.entries(schema.shape).flatMap(([name, it]) =>
          it instanceof z.ZodOptional ? [] : [name],
        ),
      },
    );
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { maxLength: 5 });
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(key, anyOf(schema.valueType), { maxKeys: 4 });
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber)
    return fc
      .oneof(fc.integer(), fc.constantFrom(0, -1, 0.5, 100_000_000, Number.MAX_SAFE_INTEGER))
      .filter((it) => schema.safeParse(it).success);
  if (schema instanceof z.ZodString) {
    const accepted = fc.oneof(text, key);
    return accepted.filter((it) => schema.safeParse(it).success);
  }
  throw new TypeError('a kind of schema that this generator does not know');
}

/** Every form that gets past the door: types and sizes hold, and nothing else need. */
const anySentForm = anyOf(ApplicationForm).map((it) => ApplicationForm.parse(it));

const lawful = fc.constantFrom(
  aForm(),
  aForm(atHost),
  aSoleProprietorship(),
  anIndividualBusiness(),
);

/** Any form at all, and lawful ones of which some members are anything. */
export const anArbitraryForm: fc.Arbitrary<ApplicationForm> = fc.oneof(
  anySentForm,
  fc
    .tuple(lawful, anySentForm, fc.subarray(Object.keys(ApplicationForm.shape), { maxLength: 3 }))
    .map(([form, other, members]) => ({
      ...form,
      ...Object.fromEntries(Object.entries(other).filter(([name]) => members.includes(name))),
    })),
);
