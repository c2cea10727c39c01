/** Asia/Shanghai is eight hours ahead, without summer time. */
const AHEAD_MS = 8 * 3_600_000;

/** The legal day (Asia/Shanghai) of a moment: YYYY-MM-DD. */
export const legalDayOf = (moment: string | number): string =>
  new Date(new Date(moment).getTime() + AHEAD_MS).toISOString().slice(0, 10);

/** Whether a text is a day that there is, as YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
