import * as z from 'zod';
import { REGISTRARS } from '../registrar/registrars.ts';
import { PROVINCES } from '../shared/divisions.ts';
import file from './guangdong-places.json' with { type: 'json' };

const { guangdong, withOtherMeaning } = z
  .object({
    /** prefecture-level cities but Guangzhou → their counties */
    guangdong: z.record(z.string(), z.array(z.string())),
    withOtherMeaning: z.array(z.string()),
  })
  .parse(file);

/** Prefecture-level cities of Guangdong but Guangzhou. */
export const CITIES_OF_GUANGDONG: readonly string[] = Object.keys(guangdong);

const districts = [...new Set(REGISTRARS.map((it) => it.district))];
const counties = { ...guangdong, 广州市: districts };
const provinces = Object.values(PROVINCES);

const bare = (place: string): string =>
  place.replace(
    /(.{2})(?:(?:[壮瑶]族)+自治县|(?:壮族|回族|维吾尔)?自治区|特别行政区|[省市区县])$/u,
    '$1',
  );

const bothForms = (place: string): readonly string[] => [place, bare(place)];

/**
 * What may stand as 行政区划 in a name: provinces and Guangdong's cities with and without 省 or 市;
 * a county only in full, with 区 or 县, because 广州白云山 is no division and 山. A district of
 * Guangzhou also without its city, so that a rule can refuse it.
 */
export const NAME_DIVISIONS: ReadonlySet<string> = new Set([
  ...provinces.flatMap(bothForms),
  ...Object.entries(counties).flatMap(([city, its]) =>
    ['', '广东省', '广东'].flatMap((province) =>
      bothForms(city).flatMap((it) => ['', ...its].map((county) => province + it + county)),
    ),
  ),
  ...districts,
]);

/** 广州南沙: a district without 区 behind its city; not one whose name means something else (广州白云). */
export const DISTRICTS_IN_SHORT: ReadonlySet<string> = new Set(
  districts
    .map(bare)
    .filter((it) => !withOtherMeaning.includes(it))
    .flatMap((it) =>
      ['', '广东省', '广东'].flatMap((province) =>
        bothForms('广州市').map((city) => province + city + it),
      ),
    ),
);

const PLACES: ReadonlySet<string> = new Set(
  [...provinces, ...Object.entries(counties).flatMap(([city, its]) => [city, ...its])]
    .flatMap(bothForms)
    .filter((place) => !withOtherMeaning.includes(place)),
);

/**
 * Whether a 字号 is nothing but the name of a province, or of a city or county of Guangdong, that
 * has no other meaning (企业名称登记管理规定 art. 8). Which names have one is a short list of ours.
 */
export const isPlaceName = (tradeName: string): boolean => PLACES.has(tradeName);
