import type { LegalDate } from '../shared/calendar.ts';
import type { Material } from './materials.ts';
import type { Matter } from './matter.ts';

/** What every wording may speak of. No person stands here. */
export interface About {
  readonly registrar: string;
  /** of the people's government above it, where the registrar is known */
  readonly district?: string;
  /** name of the business applied for, where it has one */
  readonly business?: string;
  readonly applicationId: string;
  readonly attempt: number;
  /** the day on which the present attempt was received */
  readonly received?: LegalDate;
  /** what the parties signed */
  readonly documentHash: string;
}

export interface Said {
  readonly title: string;
  readonly body: readonly string[];
  readonly rights?: readonly string[];
}

/** How notices are worded in one language. */
export interface Words {
  date(on: LegalDate): string;
  addressee(business: string | undefined): string;
  say(matter: Matter, about: About): Said;
  /** what stands beside a material on a receipt */
  readonly materials: Readonly<Record<Material, string>>;
  /** before a finding's requirement, its fault, how to mend it, and its basis */
  readonly finding: Readonly<Record<'place' | 'requires' | 'mend' | 'basis', string>>;
  /** by whose word the facts of a confirmation stand, and what was promised */
  readonly confirmed: Readonly<Record<'declared' | 'checked' | 'promised', string>>;
  readonly remark: string;
  /** of the personal page */
  readonly personal: Readonly<
    Record<
      'title' | 'remark' | 'name' | 'roles' | 'document' | 'number' | 'residence' | 'phone',
      string
    >
  >;
  /** of the printed page */
  readonly page: Readonly<
    Record<'number' | 'application' | 'rights' | 'verify' | 'served', string>
  >;
}
