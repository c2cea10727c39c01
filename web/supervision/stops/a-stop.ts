import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../api/routes.ts';
import { useRegistrarName } from '../registrars.tsx';

export type Stop = Output<'GET /v1/stops'>['stops'][number];
export type StopScope = Input<'POST /v1/stops'>['body']['scope'];

export const SCOPES = [
  'REGISTRAR',
  'HOST',
  'AGENT',
  'REGION',
  'ALL',
] as const satisfies readonly StopScope['kind'][];

/** What a stop is of, in words. */
export function useScopeName(): (scope: StopScope) => string {
  const { t } = useTranslation();
  const registrarName = useRegistrarName();
  return (scope) => {
    if (scope.kind === 'ALL') return t('supervisionStops.of.ALL');
    const id = scope.kind === 'REGISTRAR' ? registrarName(scope.id) : scope.id;
    return t(`supervisionStops.of.${scope.kind}`, { id });
  };
}
