import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FOR_ALL } from '#functions/published/item.ts';
import { call } from '../../api/call.ts';
import type { Output } from '../../api/routes.ts';

export type Edition = Output<'GET /v1/editions/{id}'>;
export type Content = Edition['content'];
export type Kind = Content['kind'];
export type ContentOf<K extends Kind> = Extract<Content, { kind: K }>;
/** What counts today, for all or at one registrar. */
export type Published = Output<'GET /v1/published'>;
export type Bundle = Output<'GET /v1/scope/bundles'>['bundles'][number];

export const KINDS = [
  'SWITCHES',
  'LIMITS',
  'STOP_LIST',
  'CALENDAR',
  'BUNDLE',
] as const satisfies readonly Kind[];
export const isKind = (text: string): text is Kind => KINDS.some((it) => it === text);

/** Kinds of which a registrar may have its own; the others are the same for all. */
export const HAS_ITS_OWN: readonly Kind[] = KINDS.filter((it) => !FOR_ALL.includes(it));

/** What counts today. @param registrar division; '' = for all */
export function usePublished(registrar: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['published', registrar, i18n.language],
    queryFn: () => call('GET /v1/published', { query: registrar === '' ? {} : { registrar } }),
    placeholderData: keepPreviousData,
  });
}

/** The bundles that are in force today. */
export const useBundles = (isNeeded: boolean) =>
  useQuery({
    queryKey: ['published', 'bundles'],
    queryFn: async () => (await call('GET /v1/scope/bundles', { query: {} })).bundles,
    enabled: isNeeded,
  });

/** Editions of one kind, the newest first; they are a few dozen a year. */
export const useEditions = (kind: Kind) =>
  useQuery({
    queryKey: ['editions', kind],
    queryFn: async () => (await call('GET /v1/editions', { query: { kind, limit: 500 } })).editions,
    refetchInterval: 15_000,
  });
