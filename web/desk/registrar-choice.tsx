import { useTranslation } from 'react-i18next';
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
    <label className="registrar">
      <span className="unseen">{t('desk.registrar')}</span>
      <select value={chosen} onChange={({ target }) => choose(target.value)}>
        {registrars.map((division) => (
          <option key={division} value={division}>
            {nameOf(division)}
          </option>
        ))}
      </select>
    </label>
  );
}
