/**
 * Brings versions up on threads: the loader port of the lifecycle room. What a config means for the data plane is
 * planned elsewhere (`Planner`), so that this file knows memory and threads only.
 */
import { ServingError } from '../base/error.js';
import type { OpenOptions } from '../backend/backend.js';
import type { BatchPolicy } from '../batch/policy.js';
import { Queue } from '../batch/queue.js';
import type { Admission, VersionRoute } from '../batch/route.js';
import type { Estimate, LoadedVersion, Loader, VersionSpec } from '../lifecycle/loader.js';
import { LAYOUT_NUMBER, instanceBytes, queueBytes } from '../memory/layout.js';
import type { Exchange } from '../memory/ticket.js';
import { createStats } from '../telemetry/layout.js';
import { InstanceGroup, type After } from './group.js';
import type { ProbeAnswers } from './host.js';
import type { ThreadPool } from './pool.js';
import type { EngineName, InstanceSetup, WarmupSample } from './message.js';
import type { RestartBudget } from './restart.js';

/** What a version's config means for its instances. */
export interface LoadPlan {
  readonly engine: EngineName;
  readonly policy: BatchPolicy;
  readonly admission: Admission;
  readonly warmup: readonly WarmupSample[];
  /** Runs whose outputs decide whether the version may serve, and the decision: null, or why not. */
  readonly probes: readonly WarmupSample[];
  verify(answers: ProbeAnswers): string | null;
  /** Memory of one instance on its device, as an upper bound. */
  readonly bytesPerInstance: number;
  openOptions(device: string): OpenOptions;
}

export type Planner<Config> = (spec: VersionSpec<Config>) => Promise<LoadPlan>;

export interface LoaderOptions {
  readonly exchange: Exchange;
  readonly arenas: readonly SharedArrayBuffer[];
  readonly threads: ThreadPool;
  readonly outputBytes: number;
  readonly watchUs: number;
  readonly restarts: RestartBudget;
  readonly after: After;
  readonly nowMs: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', model: string, version: number, text: string) => void;
  readonly onRestart: (model: string, version: number) => void;
  /** An instance that served ended without being asked to. */
  readonly onDeath: (model: string, version: number) => void;
}

/** Requests that one run may hold where a request may have any number of rows. */
const REQUESTS_MAX_UNBATCHED = 1;

export class InstanceLoader<Config> implements Loader<Config, VersionRoute> {
  private nextRouteId = 1;

  constructor(
    private readonly plan: Planner<Config>,
    private readonly options: LoaderOptions,
  ) {}

  async estimate(spec: VersionSpec<Config>): Promise<Estimate> {
    const { bytesPerInstance } = await this.plan(spec);
    const estimate: Record<string, number> = {};
    for (const { device } of spec.placements) estimate[device] = (estimate[device] ?? 0) + bytesPerInstance;
    return estimate;
  }

  async load(
    spec: VersionSpec<Config>,
    progress: { warming(done: number, total: number): void },
    signal: AbortSignal,
  ): Promise<LoadedVersion<VersionRoute>> {
    const plan = await this.plan(spec);
    const measured = await this.estimate(spec);
    const route = this.makeRoute(spec, plan);
    const { exchange, restarts, after, nowMs, log, onRestart, onDeath, threads } = this.options;
    let answers: ProbeAnswers = [];
    const group = new InstanceGroup(
      this.setups(spec, plan, route),
      route,
      exchange,
      new Queue(route.queue, exchange),
      restarts,
      {
        warming: (done, total) => progress.warming(done, total),
        log: (level, text) => log(level, spec.model, spec.version, text),
        probed: (given) => {
          answers = given;
        },
        restarted: () => onRestart(spec.model, spec.version),
        died: () => onDeath(spec.model, spec.version),
      },
      after,
      nowMs,
      threads,
    );
    await group.start(signal);
    const refusal = plan.probes.length === 0 ? null : plan.verify(answers);
    if (refusal !== null) {
      await group.leave();
      throw new ServingError('load_failed', refusal);
    }
    return {
      route,
      measured,
      health: () => group.health(),
      onHealth: (listener) => group.onHealth(listener),
      unload: () => group.leave(),
    };
  }

  private makeRoute(spec: VersionSpec<Config>, plan: LoadPlan): VersionRoute {
    const requestsMax = requestsPerRun(plan.policy);
    return {
      id: this.nextRouteId++,
      queue: new SharedArrayBuffer(queueBytes(plan.admission.priorityLevels)),
      instances: spec.placements.map(() => ({
        words: new SharedArrayBuffer(instanceBytes(requestsMax)),
        output: new SharedArrayBuffer(this.options.outputBytes),
      })),
      stats: createStats(this.options.exchange.frontEnds, spec.placements.length, plan.policy.maxBatchSize),
      admission: plan.admission,
    };
  }

  private setups(spec: VersionSpec<Config>, plan: LoadPlan, route: VersionRoute): InstanceSetup[] {
    const { exchange, arenas } = this.options;
    return spec.placements.map((placement, index) => ({
      layout: LAYOUT_NUMBER,
      model: spec.model,
      version: spec.version,
      index,
      engine: plan.engine,
      modelPath: spec.modelPath,
      open: plan.openOptions(placement.device),
      signature: spec.signature,
      policy: plan.policy,
      warmup: plan.warmup,
      // One instance speaks for all: they run the same file in the same way.
      probes: index === 0 ? plan.probes : [],
      requestsMax: requestsPerRun(plan.policy),
      watchUs: this.options.watchUs,
      exchange: exchange.memory,
      frontEnds: exchange.frontEnds,
      ticketsPerFrontEnd: exchange.ticketsPerFrontEnd,
      arenas,
      queue: route.queue,
      words: route.instances[index]!.words,
      output: route.instances[index]!.output,
      stats: route.stats,
    }));
  }
}

function requestsPerRun(policy: BatchPolicy): number {
  return policy.dynamic ? Math.max(1, policy.maxBatchSize) : REQUESTS_MAX_UNBATCHED;
}
