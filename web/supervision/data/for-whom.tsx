import { useTranslation } from 'react-i18next';
import { RegistrarChoice } from '../registrars.tsx';
import { HAS_ITS_OWN, type Kind } from './an-edition.ts';

interface ForWhomProps {
  readonly kind: Kind;
  /** division; '' = all */
  readonly registrar: string;
  readonly choose: (registrar: string) => void;
}

/** For which registrar data are, where a registrar may have its own. */
export function ForWhom({ kind, registrar, choose }: ForWhomProps) {
  const { t } = useTranslation();
  if (!HAS_ITS_OWN.includes(kind)) return null;
  return (
    <RegistrarChoice
      label={t('supervisionData.forWhom')}
      value={registrar}
      all={t('supervisionData.all')}
      onChoose={choose}
    />
  );
}
