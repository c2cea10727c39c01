import type { Decision } from '../application/decision.ts';
import type { ApplicationForm } from '../application/form.ts';
import { givenPromises } from '../party/given-promises.ts';
import { CONFIRMED_FIELDS, type Word } from '../registrar/confirmation.ts';
import { legalDateOf } from '../shared/days.ts';
import { inTongue } from '../shared/language.ts';
import type { NoticeLanguage, NoticeText } from './notice.ts';
import type { DueNotice } from './notices-of.ts';
import type { Words } from './words.ts';
import { EN } from './words-en.ts';
import { ZH_HANS } from './words-zh-hans.ts';
import { ZH_HANT } from './words-zh-hant.ts';

export const WORDS: Readonly<Record<NoticeLanguage, Words>> = {
  'zh-Hans': ZH_HANS,
  'zh-Hant': ZH_HANT,
  en: EN,
};

/** A finding in words; those who judge render it, in the languages of the rules. */
export type RenderFinding = (
  finding: Decision['findings'][number],
  language: NoticeLanguage,
) => {
  readonly pointer: string;
  readonly requires: string;
  readonly fault: string;
  readonly mend: string;
  readonly basis: readonly string[];
};

type Item = NoticeText['items'][number];

/** Who signs where no registrar is known that the form could mean. */
const NO_REGISTRAR = '广州市市场监督管理局';

export const registrarNameOf = ({ registrar }: DueNotice): string =>
  registrar?.name ?? NO_REGISTRAR;

/** A notice in one language. */
export function noticeText(
  notice: DueNotice,
  applicationId: string,
  language: NoticeLanguage,
  render: RenderFinding,
): NoticeText {
  const words = WORDS[language];
  const { sent, registrar, attempt, at, matter } = notice;
  const { submittedAt, documentHash, form } = sent;
  const name = registrarNameOf(notice);
  const {
    title,
    body,
    rights = [],
  } = words.say(matter, {
    registrar: name,
    ...(registrar && { district: registrar.district }),
    ...(form.name && { business: form.name }),
    ...(submittedAt && { received: legalDateOf(submittedAt) }),
    applicationId,
    attempt,
    documentHash,
  });
  return {
    title,
    addressee: words.addressee(form.name),
    body: [...body],
    items: itemsOf(notice, language, render),
    rights: [...rights],
    signed: { by: name, on: words.date(legalDateOf(at)) },
    remark: words.remark,
  };
}

function itemsOf(
  { matter, sent }: DueNotice,
  language: NoticeLanguage,
  render: RenderFinding,
): Item[] {
  const words = WORDS[language];
  switch (matter.kind) {
    case 'RECEIPT':
      return matter.materials.map((it) => ({ heading: words.materials[it], lines: [] }));
    case 'CORRECTIONS':
    case 'REFUSAL':
      return matter.findings.map((finding) => {
        const said = render(finding, language);
        const { place, requires, mend, basis } = words.finding;
        return {
          heading: said.fault,
          lines: [
            `${place}: ${said.pointer === '' ? '/' : said.pointer}`,
            `${requires}: ${said.requires}`,
            ...(matter.kind === 'CORRECTIONS' ? [`${mend}: ${said.mend}`] : []),
            `${basis}: ${said.basis.join('、')}`,
          ],
        };
      });
    case 'REGISTRATION':
      return matter.basis === 'CONFIRMED' ? confirmedItems(sent.form, language) : [];
    default:
      return [];
  }
}

/** By whose word each fact stands, and the promises as they were read and signed. */
function confirmedItems(form: ApplicationForm, language: NoticeLanguage): Item[] {
  const { declared, checked, promised } = WORDS[language].confirmed;
  const tongue = ({ 'zh-Hans': 'zh', 'zh-Hant': 'hant', en: 'en' } as const)[language];
  const fieldsOf = (word: Word) =>
    CONFIRMED_FIELDS.filter((it) => it.word === word && isThere(form, it.at)).map(
      ({ called }) => called[tongue],
    );
  const given = givenPromises(form).map(inTongue(language));
  return [
    { heading: declared, lines: fieldsOf('DECLARED') },
    { heading: checked, lines: fieldsOf('CHECKED') },
    ...(given.length > 0
      ? [{ heading: `${promised} ${form.promises?.version}`, lines: given }]
      : []),
  ];
}

const isThere = (form: ApplicationForm, at: string): boolean =>
  valuesAt(form, at).some((it) => it !== undefined);

/** What stands at a pointer; `*` for any key or index. */
const valuesAt = (form: ApplicationForm, at: string): unknown[] =>
  at
    .split('/')
    .slice(1)
    .reduce<unknown[]>(
      (values, step) =>
        values.flatMap((it) => {
          if (typeof it !== 'object' || it === null) return [];
          return step === '*' ? Object.values(it) : [Reflect.get(it, step)];
        }),
      [form],
    );
