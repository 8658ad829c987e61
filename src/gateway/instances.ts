/**
 * The loader as the lifecycle sees it, with what the rest of the control thread wants to know of every load: counters
 * that outlive it, its queue's depth, its health, and the word to the front ends when it can serve no more.
 */
import { Queue } from '../batch/queue.js';
import type { VersionRoute } from '../batch/route.js';
import type { Clock } from '../base/clock.js';
import type { InstanceLoader } from '../instance/loader.js';
import type { LoadProgress, LoadedVersion, Loader, VersionSpec } from '../lifecycle/loader.js';
import type { Exchange } from '../memory/ticket.js';
import type { StatisticsLedger } from '../telemetry/ledger.js';
import type { ServedConfig } from './served.js';

/** One load that holds threads and memory. */
export interface LiveLoad {
  readonly model: string;
  readonly version: number;
  readonly loaded: LoadedVersion<VersionRoute>;
  readonly loadSeconds: number;
  readonly queueDepth: () => number;
}

export class Instances implements Loader<ServedConfig, VersionRoute> {
  readonly live = new Set<LiveLoad>();
  /** By model and version. */
  private readonly deathCounts = new Map<string, number>();

  constructor(
    private readonly loader: InstanceLoader<ServedConfig>,
    private readonly exchange: Exchange,
    private readonly statistics: StatisticsLedger,
    private readonly clock: Clock,
    private readonly onFailed: (routeId: number) => void,
    /** Everything that a version must pass before its sessions are opened. @throws ServingError load_failed */
    private readonly admit: (spec: VersionSpec<ServedConfig>) => Promise<void>,
  ) {}

  died(model: string, version: number): void {
    const key = `${model}/${version}`;
    this.deathCounts.set(key, (this.deathCounts.get(key) ?? 0) + 1);
  }

  /** Of instances of a version since the process began. */
  deaths(model: string, version: number): number {
    return this.deathCounts.get(`${model}/${version}`) ?? 0;
  }

  /** What all loads of a version hold on all devices. */
  bytes(model: string, version: number): number {
    let sum = 0;
    for (const load of this.live) {
      if (load.model === model && load.version === version) for (const bytes of Object.values(load.loaded.measured)) sum += bytes;
    }
    return sum;
  }

  estimate(spec: VersionSpec<ServedConfig>): Promise<Readonly<Record<string, number>>> {
    return this.loader.estimate(spec);
  }

  async load(spec: VersionSpec<ServedConfig>, progress: LoadProgress, signal: AbortSignal): Promise<LoadedVersion<VersionRoute>> {
    const startedUs = this.clock.nowUs();
    await this.admit(spec);
    const loaded = await this.loader.load(spec, progress, signal);
    const { route } = loaded;
    this.statistics.attach(spec.model, spec.version, route.stats);
    const queue = new Queue(route.queue, this.exchange);
    const { model, version } = spec;
    const load: LiveLoad = { model, version, loaded, loadSeconds: (this.clock.nowUs() - startedUs) / 1e6, queueDepth: () => queue.depth };
    this.live.add(load);
    loaded.onHealth((health) => {
      if (health.failed !== null) this.onFailed(route.id);
    });
    return {
      ...loaded,
      unload: async () => {
        await loaded.unload();
        this.live.delete(load);
        this.statistics.fold(route.stats);
      },
    };
  }
}
