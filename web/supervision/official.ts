import { createContext, useContext } from 'react';
import { signedInAs } from '../sign-in/session.ts';

/** Who works on these pages, as his token said when he came: he stays who he is when it is over. */
interface Official {
  readonly subject: string;
  readonly name?: string | undefined;
  /** divisions of the registrars that he acts for */
  readonly registrars: readonly string[];
  readonly isSupervisor: boolean;
}

export const OfficialContext = createContext<Official>({
  subject: '',
  registrars: [],
  isSupervisor: false,
});

export const useOfficial = (): Official => useContext(OfficialContext);

export function officialNow(): Official {
  const { subject = '', name, registrars = [], grade } = signedInAs() ?? {};
  return { subject, name, registrars, isSupervisor: grade === 'SUPERVISOR' };
}
