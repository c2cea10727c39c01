import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';

/** The registrars in force today. One whose name has not come is shown by its division. */
export function useRegistrars() {
  const { i18n } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['registrars', i18n.language],
    queryFn: () => call('GET /v1/registrars', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const registrars = data?.registrars ?? [];
  return {
    registrars,
    error,
    refetch,
    nameOf: (division: string): string =>
      registrars.find((it) => it.division === division)?.name ?? division,
  };
}
