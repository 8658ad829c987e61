/**
 * The routing table: an immutable picture of which version answers under which name. Control builds a new one for
 * every change, raises its epoch and sends it to every front end; a front end swaps it between two requests.
 * `Route` is what the data plane needs to reach a version (queue, memory); this room does not look inside.
 */
import type { Signature } from '../tensor/signature.js';
import type { Split } from './split.js';

export interface VersionEntry<Route> {
  readonly model: string;
  readonly version: number;
  /** Unique among all loads of the process, so that a reload of the same version number is another thing. */
  readonly servingId: number;
  readonly signature: Signature;
  readonly route: Route;
}

export interface ModelEntry<Route> {
  readonly name: string;
  /** Versions that take new requests. */
  readonly versions: ReadonlyMap<number, VersionEntry<Route>>;
  /** Answers a request that names no version; 0 when none serves. Under a rollout the stable version. */
  readonly defaultVersion: number;
  readonly labels: ReadonlyMap<string, number>;
  /** How requests that name no version are divided; null without a rollout. */
  readonly split: Split | null;
  /** The stable version loaded a second time, for the control arm. Takes no other requests. */
  readonly twin: VersionEntry<Route> | null;
  /** Versions that exist and do not serve, with the reason in words. */
  readonly unavailable: ReadonlyMap<number, string>;
  /** Whether one of those is on its way or failed, so that asking again later makes sense. Unloaded ones are gone on purpose. */
  readonly expected: boolean;
}

export interface RoutingTable<Route> {
  readonly epoch: number;
  readonly models: ReadonlyMap<string, ModelEntry<Route>>;
}

export function emptyTable<Route>(): RoutingTable<Route> {
  return { epoch: 0, models: new Map() };
}
