/** Whether single keys act is a person's choice (WCAG 2.1.4), kept in this browser like the language. */
const KEPT = 'desk-keys';

export const keysAreOn = (): boolean => localStorage.getItem(KEPT) !== 'off';

export function keepKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'off');
}
