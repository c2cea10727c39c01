const kept = (signing: string): string => `way back ${signing}`;

/** Where this tab goes back to when its own person has signed: the page of the application that sent him here. */
export const rememberWay = (signing: string, path: string): void =>
  sessionStorage.setItem(kept(signing), path);

/** Undefined for who came by a link that he was sent. */
export const wayBack = (signing: string): string | undefined =>
  sessionStorage.getItem(kept(signing)) ?? undefined;
