import { BUNDLES, bundleInForce, exclusivePairs, itemInForce } from '../scope/catalogue.ts';
import type { ProblemError } from '../shared/request-faults.ts';
import type { Content, Edition, Proposal } from './edition.ts';

type BundleSaid = Extract<Content, { kind: 'BUNDLE' }>['bundle'];

/** A bundle is held to what a test holds those to that were released with the system. */
export function bundleFaults(
  bundle: BundleSaid,
  { from = '' }: Proposal,
  standing: readonly Edition[],
): ProblemError[] {
  const at = (pointer: string, detail: string) => ({
    pointer: `/content/bundle${pointer}`,
    detail,
  });
  const published = standing.flatMap(({ content }) =>
    content.kind === 'BUNDLE' && content.bundle.id === bundle.id ? content.bundle : [],
  );
  if ('ended' in bundle)
    return bundleInForce(bundle.id, from) || published.length > 0
      ? []
      : [at('/id', 'UNKNOWN_BUNDLE')];

  const { core, options, types, version } = bundle;
  const used = [...BUNDLES.filter(({ id }) => id === bundle.id), ...published];
  const everyWording = [...core, ...options];
  const wordings = (list: 'core' | 'options') =>
    bundle[list].flatMap((wording, index) => {
      const item = itemInForce(wording, from);
      const where = `/${list}/${index}`;
      if (item?.wording !== wording) return [at(where, 'UNKNOWN_WORDING')];
      if (everyWording.filter((it) => it === wording).length > 1) return [at(where, 'TWICE')];
      return list === 'core' && (item.kind === 'licensed' || item.preApproval)
        ? [at(where, 'NEEDS_A_PERMIT')]
        : [];
    });
  return [
    ...(used.some((it) => 'version' in it && it.version === version)
      ? [at('/version', 'VERSION_USED')]
      : []),
    ...(types.length === 0 ? [at('/types', 'EMPTY')] : []),
    ...(new Set(types).size < types.length ? [at('/types', 'TWICE')] : []),
    ...(core.length === 0 ? [at('/core', 'EMPTY')] : []),
    ...wordings('core'),
    ...wordings('options'),
    ...exclusivePairs
      .filter((pair) => pair.every((it) => core.includes(it)))
      .map(([, one]) => at(`/core/${core.indexOf(one)}`, 'EXCLUDED_BY_ANOTHER')),
  ];
}
