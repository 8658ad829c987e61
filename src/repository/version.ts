/**
 * Version policy: which of the versions on disk are wanted. Pure; Triton's meaning of latest, all and specific.
 */
export type VersionPolicy =
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'specific'; readonly versions: readonly number[] };

export const DEFAULT_POLICY: VersionPolicy = { kind: 'latest', count: 1 };

/** Ascending, without doubles. `specific` names only what is there. */
export function wantedVersions(policy: VersionPolicy, present: Iterable<number>): readonly number[] {
  const ascending = [...new Set(present)].sort((a, b) => a - b);
  switch (policy.kind) {
    case 'latest':
      return ascending.slice(-Math.max(1, policy.count));
    case 'all':
      return ascending;
    case 'specific': {
      const named = new Set(policy.versions);
      return ascending.filter((version) => named.has(version));
    }
  }
}
