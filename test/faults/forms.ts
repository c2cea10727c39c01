import type { ApplicationForm } from '#functions/application/form.ts';
import { inventionOf } from '#local/sample/invention.ts';
import { seeded } from '#local/sample/seeded.ts';
import { people } from '#test/builders/a-form.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aSoleProprietorshipOfToday,
  atHostToday,
  byAgentToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import type { ExpectedRow } from './clients.ts';
import type { RowKind, Wish } from './plan.ts';
import type { World } from './world.ts';

const ENDINGS = { COMPANY: '有限公司', SOLE: '商行', INDIVIDUAL: '店' } as const;
const FORMS = {
  COMPANY: aCompanyOfToday,
  SOLE: aSoleProprietorshipOfToday,
  INDIVIDUAL: anIndividualBusinessOfToday,
} as const;

/** People of whom no other application knows, unless it is their own second one. */
const { person } = inventionOf(seeded(20_260_501), today);
const freshPeople = () => {
  const { phone = '', email = '' } = person();
  return { ...people, p1: person(), p2: person(), p3: { ...people.p3, phone, email } };
};

/** Too young for any office: a bar in law, which only the registrar can look past. */
const BARRED_AGE = 15;

/** The second shareholder is a company, and shows what is no e-licence. */
const asCompany = (
  it: NonNullable<ApplicationForm['shareholders']>[number],
  place: number,
): typeof it => {
  const { person: _own, ...share } = it;
  const company = { name: '湖南示例贸易有限公司', uscc: '91430100MAX0000153', licence: 'none' };
  return place === 1 ? { ...share, company } : it;
};

/** Names that no other history has: a base of eight characters, counted up for ever. */
let names = 0;
const freshWord = (): string => {
  const characters = '晨岚澜珩翊瑾昀曦';
  return [...(names++).toString(8).padStart(5, '0')].map((it) => characters[Number(it)]).join('');
};
/** The forms of a history: one name that several ask for, one host. */
export function formsOf({ identity }: Pick<World, 'identity'>, host: string) {
  const contested = freshWord();

  const formOf = ({ type, contested: wants, hosted, stopped }: Wish): ApplicationForm => {
    const word = `${stopped === 'REFERRED' ? '中国' : ''}${wants ? contested : freshWord()}`;
    const change = {
      name: `广州市南沙区${word}百货${ENDINGS[type]}`,
      people: freshPeople(),
      ...(type === 'INDIVIDUAL' && { roles: { operator: 'p1', liaison: 'p2' } }),
      ...(type === 'SOLE' && { roles: { owner: 'p1', liaison: 'p2' } }),
      ...(hosted && atHostToday(host)),
    };
    const form = FORMS[type](change);
    if (stopped === 'BARRED') {
      const head = type === 'COMPANY' ? 'p2' : 'p1';
      return { ...form, people: { ...form.people, [head]: person(BARRED_AGE) } };
    }
    if (stopped !== 'RETURNED') return form;
    if (type === 'COMPANY') return { ...form, shareholders: form.shareholders?.map(asCompany) };
    const elsewhere = { kind: 'OWN', address: '广州市天河区云岭路6号302房', proof: 'LEASE' };
    return { ...form, premises: elsewhere };
  };
  /** The lines of an agent's file, and what is expected of each. */
  const fileOf = async (agent: string, rows: readonly RowKind[]) => {
    const lines: string[] = [];
    const expected: ExpectedRow[] = [];
    let before: { ref: string; form: ApplicationForm } | undefined;
    for (const [place, kind] of rows.entries()) {
      const row = place + 1;
      if (kind === 'NOT_JSON') {
        lines.push('{ "clientRowRef": ');
        expected.push({ row, kind });
        continue;
      }
      const again = (kind === 'SAME_AGAIN' || kind === 'OTHER_UNDER_SAME') && before;
      const ref = again ? again.ref : `${agent}-${row}`;
      const wish: Wish = {
        type: 'INDIVIDUAL',
        ...(kind === 'CONTESTED' && { contested: true }),
        ...(kind === 'HOSTED' && { hosted: true }),
        ...((kind === 'RETURNED' || kind === 'REFERRED') && { stopped: kind }),
      };
      const form =
        again && kind === 'SAME_AGAIN' ? again.form : { ...formOf(wish), ...byAgentToday(agent) };
      if (kind === 'NO_FORM') lines.push(JSON.stringify({ clientRowRef: ref }));
      else {
        const signed = kind === 'UNSIGNED' ? [] : await signatures(form, identity);
        lines.push(JSON.stringify({ clientRowRef: ref, form, signatures: signed }));
        if (!again) before = { ref, form };
      }
      expected.push({ row, kind: again || !/SAME/.test(kind) ? kind : 'LAWFUL', ref });
    }
    return { text: `${lines.join('\n')}\n`, expected };
  };

  return { formOf, fileOf };
}
