import type { ApplicationForm } from '../application/form.ts';
import { CITIES_OF_GUANGDONG } from '../name/place-names.ts';
import type { ParsedName } from '../name/trade-name.ts';
import { REGISTRARS, type Registrar, registersType, registrarOf } from '../registrar/registrars.ts';
import type { LegalDate } from '../shared/calendar.ts';
import { PROVINCES } from '../shared/divisions.ts';

const compact = (address: string): string => address.replaceAll(/\s/g, '');

/** Whether an address begins with a district of Guangzhou. */
export const isInDistrict = (address: string, district: string): boolean =>
  compact(address)
    .replace(/^(广东省?)?(广州市?)?/, '')
    .startsWith(district);

/** Whether the division in a name is a registrar's: its city's, or with the city in front its district's (企业名称登记管理规定 art. 7). */
export function isNamedIn(division: string, { district }: Pick<Registrar, 'district'>): boolean {
  const [, within] = /^(?:广东省?)?广州市?(.*)$/su.exec(division) ?? [];
  return within !== undefined && ['', district, district.replace(/区$/, '')].includes(within);
}

/**
 * The other registrar of Guangzhou to which an application belongs as it stands: the one of the
 * district that its address names, if it registers the type and the name fits there too. A form
 * whose name and address contradict each other belongs nowhere until it is mended.
 */
export function whereItBelongs(
  { premises, type }: ApplicationForm,
  name: ParsedName | undefined,
  registrar: Registrar,
  on: LegalDate,
): Registrar | undefined {
  const address = premises?.kind === 'OWN' || premises?.kind === 'HOME' ? premises.address : '';
  if (!address || isInDistrict(address, registrar.district)) return undefined;
  return REGISTRARS.find(
    (it) =>
      it === registrarOf(it.division, on) &&
      isInDistrict(address, it.district) &&
      registersType(it, type) &&
      (!name?.division || isNamedIn(name.division, it)),
  );
}

const PLACES = [
  ...Object.values(PROVINCES).filter((it) => it !== '广东省'),
  ...CITIES_OF_GUANGDONG,
];

/** The province, or the other city of Guangdong, that an address begins with: no registrar of Guangzhou's. */
export const placeOutside = (address: string): string | undefined =>
  PLACES.find((place) =>
    compact(address)
      .replace(/^广东省/, '')
      .startsWith(place),
  );
