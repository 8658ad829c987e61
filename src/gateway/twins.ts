/**
 * Control twins: the serving version of a model loaded a second time, so that a canary is compared with something that
 * is as large as itself. A twin is no copy of the lifecycle: it takes no requests but those of its arm, and goes with
 * its rollout.
 */
import type { VersionRoute } from '../batch/route.js';
import { asServingError } from '../base/error.js';
import type { LoadedVersion, Loader, VersionSpec } from '../lifecycle/loader.js';
import type { Budget } from '../lifecycle/port.js';
import type { Twins } from '../rollout/port.js';
import type { VersionEntry } from '../routing/table.js';
import type { ServedConfig } from './served.js';

export interface TwinParts {
  readonly loader: Loader<ServedConfig, VersionRoute>;
  readonly budget: Budget;
  /** What the serving copy of a version was loaded from. */
  readonly specOf: (model: string, version: number) => VersionSpec<ServedConfig> | null;
  /** Resolves when no front end can name the copy and its requests are answered. */
  readonly drained: (servingId: number) => Promise<void>;
  /** A twin stopped taking requests by itself. */
  readonly lost: (model: string) => void;
}

interface Twin {
  readonly entry: VersionEntry<VersionRoute>;
  readonly owner: string;
  readonly loaded: LoadedVersion<VersionRoute>;
  isServing: boolean;
  /** Whether a table named it, so that front ends will say when they are done with it. */
  isKnown: boolean;
}

/** Copies of the lifecycle count up from 1. */
const SERVING_IDS_FROM = 2 ** 30;

export class TwinLoads implements Twins {
  private readonly twins = new Map<string, Twin>();
  private readonly stops = new Map<string, AbortController>();
  private nextId = SERVING_IDS_FROM;

  constructor(private readonly parts: TwinParts) {}

  async open(model: string, version: number): Promise<{ readonly why: string } | null> {
    const spec = this.parts.specOf(model, version);
    if (spec === null) return { why: `version ${version} does not serve` };
    await this.close(model);
    const stop = new AbortController();
    this.stops.set(model, stop);
    const owner = `control twin of model '${model}' version ${version}`;
    try {
      const answer = this.parts.budget.reserve(owner, await this.parts.loader.estimate(spec));
      if (answer.state === 'refused') return { why: answer.text };
      await this.load(spec, owner, stop.signal).catch((thrown: unknown) => {
        this.parts.budget.release(owner);
        throw thrown;
      });
    } catch (thrown) {
      return { why: asServingError(thrown).message };
    } finally {
      if (this.stops.get(model) === stop) this.stops.delete(model);
    }
    return null;
  }

  async close(model: string): Promise<void> {
    this.stops.get(model)?.abort();
    const twin = this.twins.get(model);
    if (twin === undefined) return;
    this.twins.delete(model);
    twin.isServing = false;
    if (twin.isKnown) await this.parts.drained(twin.entry.servingId);
    await twin.loaded.unload();
    this.parts.budget.release(twin.owner);
  }

  serves(model: string): boolean {
    return this.twins.get(model)?.isServing ?? false;
  }

  /** For a routing table; null when there is none that can take requests. */
  entry(model: string): VersionEntry<VersionRoute> | null {
    const twin = this.twins.get(model);
    if (twin === undefined || !twin.isServing) return null;
    twin.isKnown = true;
    return twin.entry;
  }

  private async load(spec: VersionSpec<ServedConfig>, owner: string, signal: AbortSignal): Promise<void> {
    const { model, version, signature } = spec;
    const loaded = await this.parts.loader.load(spec, { warming: () => undefined }, signal);
    this.parts.budget.settle(owner, loaded.measured);
    const entry = { model, version, servingId: this.nextId++, signature, route: loaded.route };
    const twin: Twin = { entry, owner, loaded, isServing: true, isKnown: false };
    loaded.onHealth(({ failed }) => {
      if (failed === null || !twin.isServing) return;
      twin.isServing = false;
      this.parts.lost(model);
    });
    this.twins.set(model, twin);
    if (signal.aborted) await this.close(model);
  }
}
