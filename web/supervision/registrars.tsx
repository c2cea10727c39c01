import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { ChoiceField } from './fields.tsx';
import { useOfficial } from './official.ts';

/** The name of a registrar by its division; the division itself as long as nothing is known. */
export function useRegistrarName(): (division: string) => string {
  const { i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['registrars', i18n.language],
    queryFn: () => call('GET /v1/registrars', {}),
    staleTime: 300_000,
  });
  return (division) => data?.registrars.find((it) => it.division === division)?.name ?? division;
}

interface RegistrarChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** what no registrar in particular is called; absent = one must be chosen */
  readonly all?: string;
  readonly onChoose: (division: string) => void;
}

/** One of the registrars that one acts for. */
export function RegistrarChoice({ label, hint, value, all, onChoose }: RegistrarChoiceProps) {
  const { registrars } = useOfficial();
  const nameOf = useRegistrarName();
  const own = registrars.map((it) => [it, nameOf(it)] as const);
  return (
    <ChoiceField
      label={label}
      hint={hint}
      value={value}
      onType={onChoose}
      choices={all === undefined ? own : [['', all], ...own]}
    />
  );
}
