/**
 * How the requests of one model that name no version are divided while a rollout is on. Part of the routing table,
 * so that a change of weights reaches every front end as one table does. Plain data: control writes it, front ends
 * read it. The bucket of a key is a hash of the rollout's id and the key, so it is the same on every front end and
 * replica with no shared state, and whoever is in at 5 % is in at 25 %.
 */

import type { CompareRule } from '../compare/rule.js';

/** Weights are integers out of this many. */
export const WEIGHT_WHOLE = 10_000;

/** stable: the serving version; control: its twin, loaded apart and as large as the canary's share; canary: the candidate. */
export type Arm = 'stable' | 'control' | 'canary';
export const ARMS: readonly Arm[] = ['stable', 'control', 'canary'];

/** What makes requests of one caller meet the same arm. A request without it is assigned by chance, and counted so. */
export type AssignBy =
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'cookie'; readonly name: string }
  /** A JSON pointer into the body, `/parameters/user` or `/id`. */
  | { readonly kind: 'json'; readonly pointer: string }
  | { readonly kind: 'chance' };

/** A header (gRPC: metadata) that forces an arm, looked at before the bucket. Such requests are no evidence. */
export interface ForceRule {
  readonly header: string;
  /** null: any value. */
  readonly value: string | null;
  readonly arm: 'stable' | 'canary';
}

export interface Mirror {
  /** Share of the stable arm's requests that also run on the candidate, out of `WEIGHT_WHOLE`. */
  readonly weight: number;
  /** Mirrored requests in flight per front end; beyond it they are skipped. */
  readonly concurrencyMax: number;
  /** Of the mirrored ones, the share that runs on the stable version again, which tells the noise; out of `WEIGHT_WHOLE`. */
  readonly noiseWeight: number;
  /** What counts as a disagreement, by position of the stable version's outputs. */
  readonly rules: readonly CompareRule[];
  /** What the pairs of this segment add up to (serving/pairs.ts). */
  readonly pairs: SharedArrayBuffer;
  /** What traffic is divided into for the comparison, and its values so far (serving/slices.ts); left out for nothing. */
  readonly slices?: { readonly by: AssignBy; readonly values: SharedArrayBuffer };
  /** Where the stable version's answers are written down as labels for a student (serving/labels.ts); left out for nowhere. */
  readonly labels?: SharedArrayBuffer;
}

export interface Split {
  readonly rollout: string;
  /** Raised with every change of weights: outcomes count under the weights that assigned them. */
  readonly segment: number;
  readonly candidate: number;
  /** Of the canary and of the control twin; buckets from the low and from the high end. */
  readonly canaryWeight: number;
  readonly controlWeight: number;
  readonly assign: AssignBy;
  readonly force: readonly ForceRule[];
  readonly mirror: Mirror | null;
  /** Frozen p50, p90, p95, p99 of the stable version in microseconds; null while they are not known. */
  readonly latencyUs: readonly [number, number, number, number] | null;
  /** Counters of this segment (telemetry/arms.ts) and the rollout's sets of keys seen and failed. */
  readonly tallies: SharedArrayBuffer;
  readonly keys: SharedArrayBuffer;
}
