import type { ApplicationForm } from '#functions/application/form.ts';
import type { LegalDate } from '#functions/shared/calendar.ts';
import { yearsLater } from '#functions/shared/days.ts';
import type { Seeded } from './seeded.ts';

type Person = NonNullable<ApplicationForm['people']>[string];

/** Makes up what the rows are about, each thing once: nothing that a row needs is shared by chance. */
export interface Invention {
  /** A person of so many full years on the day; without an age, an adult. */
  readonly person: (age?: number) => Person;
  /** A 字号 of two characters. */
  readonly tradeName: () => string;
  /** An address to the room, in a district of Guangzhou. */
  readonly address: (district?: string) => string;
}

const SURNAMES = [...'岑骆祝霍翟柯屈鄢邝蔺晏冼佘阮卓裴褚桑虞缪'];
const GIVEN_FIRST = [...'若知景书望砚清怀南予听远叙行临'];
const GIVEN_SECOND = [...'舟筠岚棠禾宁桥蘅笙屿秋澄鹤川岳柠青'];
const TRADE_FIRST = [...'澜沐栖漱霁昀砚苒菀瑶皓筠絮蕴谧逸霏黛岫沅'];
const TRADE_SECOND = [...'岚汀禾屿桐笙苓萤蓁露鹭蘅'];
const STREETS = ['望潮街', '听涛路', '榕荫街', '蕉风路', '木棉里'];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that satisfies GB 11643 and belongs, as far as anybody can know, to nobody. */
function residentIdOf(birth: LegalDate, serial: number): string {
  const body = `440115${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

/** @param today the legal date on which ages and the documents' dates are reckoned */
export function inventionOf(random: Seeded, today: LegalDate): Invention {
  const count = { people: 0, tradeNames: 0, rooms: 0 };
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

  const person: Invention['person'] = (age = random.between(22, 58)) => {
    const serial = ++count.people;
    const name = [SURNAMES, GIVEN_FIRST, GIVEN_SECOND].map((it) => pick(it, random.between(0, 99)));
    return {
      name: name.join(''),
      document: {
        kind: 'RESIDENT_ID',
        number: residentIdOf(
          daysLater(yearsLater(today, -age), -random.between(1, 300)),
          serial % 1000,
        ),
        validUntil: yearsLater(today, random.between(2, 12)),
      },
      residence: `广州市海珠区${pick(STREETS, serial)}${serial}号${random.between(1, 9)}01房`,
      phone: `138${String(serial).padStart(8, '0')}`,
      email: `p${serial}@example.com`,
    };
  };

  const tradeName = () => {
    const serial = count.tradeNames++;
    const round = Math.floor(serial / TRADE_FIRST.length);
    return pick(TRADE_FIRST, serial) + pick(TRADE_SECOND, round + (serial % TRADE_FIRST.length));
  };

  const address = (district = '南沙区') => {
    const room = ++count.rooms;
    return `广州市${district}${pick(STREETS, room)}${10 + room}号${random.between(1, 20)}0${random.between(1, 8)}房`;
  };

  return { person, tradeName, address };
}

export const daysLater = (date: LegalDate, days: number): LegalDate =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
