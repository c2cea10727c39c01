import { useTranslation } from 'react-i18next';
import { Select } from '../parts/select.tsx';
import { useRegistrars } from './use-registrars.ts';

interface RegistrarChoiceProps {
  readonly registrars: readonly string[];
  readonly chosen: string;
  readonly choose: (registrar: string) => void;
}

/** Of which registrar the queue is; whoever works for one alone reads which. */
export function RegistrarChoice({ registrars, chosen, choose }: RegistrarChoiceProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegistrars();
  if (registrars.length === 1) return <p className="registrar">{nameOf(chosen)}</p>;
  return (
    <div className="registrar">
      <Select
        aria-label={t('desk.registrar')}
        value={chosen}
        options={registrars.map((division) => [division, nameOf(division)])}
        onChoose={choose}
      />
    </div>
  );
}
