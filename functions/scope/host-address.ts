import type { ScopeItem } from './chosen-scope.ts';

/**
 * Whether an item may register at a host's address (集群注册; domain.md 4.2): NO for what needs its own
 * premises or approval first, PROMISE of nothing premises-bound there for what depends, OFFICIAL where that
 * is licensed.
 */
export function atHostAddress({
  kind,
  cluster,
  preApproval,
}: Pick<ScopeItem, 'kind' | 'cluster' | 'preApproval'>): 'YES' | 'PROMISE' | 'OFFICIAL' | 'NO' {
  if (cluster === 'no' || preApproval) return 'NO';
  if (cluster === 'yes') return 'YES';
  return kind === 'licensed' ? 'OFFICIAL' : 'PROMISE';
}
