/** The API's own limit of a file. */
const LARGEST = 200_000_000;

/** Why a file is not sent at all. */
export type WrongFile = 'none' | 'empty' | 'large' | 'excel' | 'kind' | 'unreadable';

/** Which format a file has, by what it is called, or what is wrong with it; what is in it the API says. */
export function formatOf(
  file: Pick<File, 'name' | 'size'> | undefined,
): { readonly format: 'NDJSON' | 'CSV' } | { readonly wrong: WrongFile } {
  if (!file) return { wrong: 'none' };
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (/^(xlsx?|xlsm|et|numbers)$/.test(ending)) return { wrong: 'excel' };
  if (!/^(ndjson|jsonl|csv)$/.test(ending)) return { wrong: 'kind' };
  if (file.size === 0) return { wrong: 'empty' };
  if (file.size > LARGEST) return { wrong: 'large' };
  return { format: ending === 'csv' ? 'CSV' : 'NDJSON' };
}

/** 12.3 MB, 4 kB; in tens, as the API counts them. */
export const sizeInWords = (bytes: number, language: string): string => {
  const [unit, of] = bytes < 1_000_000 ? ['kB', 1_000] : ['MB', 1_000_000];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return `${number.format(Math.max(bytes / Number(of), 0.1))} ${unit}`;
};
