/**
 * Makes the next routing table from plain facts. Pure; the epoch is the caller's. The default version is the one that
 * a rollout holds stable, else the numerically highest one that takes requests, as clients of Triton expect.
 */
import type { Split } from './split.js';
import type { ModelEntry, RoutingTable, VersionEntry } from './table.js';

export interface ModelFacts<Route> {
  readonly name: string;
  readonly serving: readonly VersionEntry<Route>[];
  /** Labels on versions that take requests; others are left out. */
  readonly labels: ReadonlyMap<string, number>;
  readonly unavailable: ReadonlyMap<number, string>;
  readonly expected: boolean;
  readonly traffic: Traffic<Route>;
}

/** What a rollout says about a model's requests that name no version. */
export interface Traffic<Route> {
  /** Answers them while it serves; 0 leaves it to the highest version. */
  readonly stable: number;
  readonly split: Split | null;
  readonly twin: VersionEntry<Route> | null;
  /** Versions that answer only requests that name them; left out for none. */
  readonly held?: readonly number[];
}

export const PLAIN_TRAFFIC: Traffic<never> = { stable: 0, split: null, twin: null };

export function buildTable<Route>(epoch: number, facts: Iterable<ModelFacts<Route>>): RoutingTable<Route> {
  const models = new Map<string, ModelEntry<Route>>();
  for (const fact of facts) models.set(fact.name, entryOf(fact));
  return { epoch, models };
}

/** The stable version, or the highest one that may stand in for it; 0 for none. */
export function defaultVersion(versions: Iterable<number>, stable = 0, held: readonly number[] = []): number {
  let highest = 0;
  for (const version of versions) {
    if (version === stable) return stable;
    if (version > highest && !held.includes(version)) highest = version;
  }
  return highest;
}

function entryOf<Route>(fact: ModelFacts<Route>): ModelEntry<Route> {
  const versions = new Map(fact.serving.map((entry) => [entry.version, entry]));
  const { stable, split, twin, held } = fact.traffic;
  return {
    name: fact.name,
    versions,
    defaultVersion: defaultVersion(versions.keys(), stable, held),
    split,
    twin,
    labels: new Map([...fact.labels].filter(([, version]) => versions.has(version))),
    unavailable: new Map([...fact.unavailable].filter(([version]) => version > 0 && !versions.has(version))),
    expected: fact.expected,
  };
}
