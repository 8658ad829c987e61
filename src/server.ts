/**
 * The composition root: names the concrete classes and holds the order of start and stop.
 *
 *   start   front ends open their sockets (live, not ready), devices are surveyed, decisions are read, models load, ready
 *   stop    not ready, grace, listeners closed, requests finished, rollouts written, instances gone, front ends gone
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnalysisPool } from './analysis/pool.js';
import { assert } from './base/assert.js';
import { systemClock } from './base/clock.js';
import { ServingError, asServingError } from './base/error.js';
import type { Log } from './base/log.js';
import { repeat } from './base/repeat.js';
import type { ServerOptions } from './config/server.js';
import { FrontEnds } from './frontend/host.js';
import { joinAdmin } from './gateway/admin.js';
import { gatherSnapshot } from './gateway/gauges.js';
import { findDevices, type Hardware } from './gateway/hardware.js';
import { logMoves } from './gateway/journal.js';
import { SharedMemory } from './gateway/memory.js';
import { createModels, type Models } from './gateway/models.js';
import { Notices } from './gateway/notices.js';
import { noticeAdmin } from './gateway/noticeadmin.js';
import { RegionDesk } from './gateway/regions.js';
import { rolloutGauges } from './gateway/rolloutgauges.js';
import { rolloutAdmin } from './gateway/rolloutadmin.js';
import { meterSwaps } from './gateway/swaps.js';
import { openTraces, type Traces } from './gateway/traces.js';
import type { Engine as MetricsListener } from './http/engine.js';
import { createMetrics } from './http/metrics.js';
import { nodeDriver } from './http/node.js';
import { pickDriver } from './http/pick.js';
import type { EngineName } from './instance/message.js';
import { ThreadPool } from './instance/pool.js';
import { Ledger } from './lifecycle/ledger.js';
import { RegionRegistry } from './memory/region.js';
import type { Admin } from './serving/admin.js';
import { openFileStore } from './state/file.js';
import type { StateStore } from './state/store.js';
import { ControlCounters } from './telemetry/control.js';
import { createExposition } from './telemetry/exposition.js';
import { StatisticsLedger } from './telemetry/ledger.js';
import type { LogControl } from './telemetry/log.js';
import { MachineMeter } from './telemetry/machine.js';
import { LogSettings } from './telemetry/settings.js';

export interface GatewayParts {
  readonly options: ServerOptions;
  readonly version: string;
  readonly logs: LogControl;
  /** Takes lines of the access log. */
  readonly access: (lines: string) => void;
  /** Called for a fault that the process cannot go on with. */
  readonly onFatal: (fault: ServingError) => void;
  /** What runs the models; tests put the scripted engine here. */
  readonly engine?: EngineName;
}

/** `host:port` of every listener that is open. */
export interface Addresses {
  readonly http: string | null;
  readonly grpc: string | null;
  readonly metrics: string | null;
  readonly httpDriver: string;
}

function after(delayMs: number, then: () => void): () => void {
  const timer = setTimeout(then, delayMs);
  return () => clearTimeout(timer);
}

/** Threads kept for the next loads; each holds about 10 MB. */
const BLANK_THREADS_MAX = 2;

export class Gateway {
  readonly ledger = new Ledger(systemClock);
  private readonly log: Log;
  private readonly counters = new ControlCounters();
  private readonly statistics = new StatisticsLedger();
  private readonly pool = new AnalysisPool();
  private readonly threads: ThreadPool;
  private readonly memory: SharedMemory;
  private readonly frontEnds: FrontEnds;
  private readonly registry: RegionRegistry;
  private readonly regions: RegionDesk;
  private readonly traces: Traces;
  private hardware: Hardware | null = null;
  private models: Models | null = null;
  private notices: Notices | null = null;
  private admin: Admin | null = null;
  private store: StateStore | null = null;
  private prepared: Promise<Models> | null = null;
  private metricsListener: MetricsListener | null = null;
  private tempFolder = '';
  private phase: 'new' | 'starting' | 'serving' | 'stopping' = 'new';

  constructor(private readonly parts: GatewayParts) {
    const { options, logs } = parts;
    this.log = logs.log;
    this.memory = new SharedMemory(options);
    this.threads = new ThreadPool(BLANK_THREADS_MAX, parts.engine !== 'fake');
    this.registry = new RegionRegistry(options.allowClientShm);
    this.regions = new RegionDesk(this.registry, options.allowClientShm, () => this.frontEnds, this.memory.frontEnds);
    this.traces = openTraces(options.stateDir, (rules) => this.frontEnds.broadcast({ type: 'traces', rules }), this.log);
    this.frontEnds = new FrontEnds(systemClock, () => this.answering(), {
      log: this.log,
      access: parts.access,
      trace: (record) => this.traces.writer.write(record),
      regionFree: (id) => this.regions.freed(id),
      died: (index, text) => parts.onFatal(new ServingError('internal', `front end ${index} died: ${text}`)),
    });
  }

  /** Resolves when every model found has come up or failed. @throws ServingError when a socket or device cannot be had */
  async start(): Promise<Addresses> {
    assert(this.phase === 'new', 'a gateway starts once');
    this.phase = 'starting';
    this.prepared = this.prepare();
    const models = await this.prepared;
    if (this.isStopping()) throw new ServingError('draining', 'the server was stopped while it started');
    for (const fault of await models.open()) this.log.error({ kind: 'state' }, fault);
    this.notices?.recover();
    await models.control.start();
    // A stop may have come while models were loading.
    if (this.isStopping()) throw new ServingError('draining', 'the server was stopped while it started');
    this.phase = 'serving';
    this.threads.prepare();
    this.ledger.listen(() => this.tellReady());
    this.tellReady();
    const { host } = this.parts.options;
    const address = (port: number | null): string | null => (port === null ? null : `${host}:${port}`);
    const { httpPort, grpcPort, httpDriver } = this.frontEnds;
    return { http: address(httpPort), grpc: address(grpcPort), metrics: address(this.metricsListener?.port ?? null), httpDriver };
  }

  /** Resolves when every request is answered and every thread is gone. */
  async stop(): Promise<void> {
    if (this.phase === 'stopping' || this.phase === 'new') return;
    this.phase = 'stopping';
    // What is half made cannot be taken down.
    await this.prepared?.catch(() => undefined);
    const { drainGraceMs, drainTimeoutMs } = this.parts.options;
    this.frontEnds.broadcast({ type: 'ready', ready: false });
    if (drainGraceMs > 0) await new Promise<void>((resolve) => after(drainGraceMs, resolve));
    this.frontEnds.broadcast({ type: 'drain' });
    // Whoever waits for news of a rollout would hold the drain up.
    this.models?.rollouts.news.close();
    await this.frontEnds.close(drainTimeoutMs);
    await this.models?.rollouts.labels.close();
    await this.models?.rollouts.engine.stop();
    await this.models?.board.close();
    await this.models?.control.stop();
    await this.notices?.notifier.stop();
    await this.store?.close();
    await this.threads.close();
    await this.metricsListener?.close();
    this.hardware?.stop();
    this.registry.close();
    await this.pool.close();
    await this.traces.flushed();
    if (this.tempFolder !== '') await rm(this.tempFolder, { recursive: true, force: true });
  }

  /** Everything that models need, up to the point where a stop can take it down. */
  private async prepare(): Promise<Models> {
    const { options } = this.parts;
    await this.openFrontEnds();
    this.hardware = await findDevices(options.device, this.log);
    this.tempFolder = await mkdtemp(join(tmpdir(), 'sluice-'));
    this.store = await openFileStore(join(options.stateDir, 'state'), systemClock);
    this.notices = new Notices({
      options, after, clock: systemClock, log: this.log, httpPort: this.frontEnds.httpPort,
      secretOf: (name) => process.env[name], engine: () => this.models?.rollouts.engine ?? null,
    });
    this.models = this.build(this.hardware, this.store, this.notices);
    this.admin = this.join(this.models, this.hardware, this.notices);
    await this.regions.tell();
    if (options.metricsPort !== 'off') this.metricsListener = await this.openMetrics(options.metricsPort, this.admin);
    return this.models;
  }

  private isStopping(): boolean {
    return this.phase === 'stopping';
  }

  private async openFrontEnds(): Promise<void> {
    const { options } = this.parts;
    const { canShare } = pickDriver(options.httpDriver).driver;
    for (let index = 0; index < this.memory.frontEnds; index++) {
      const isFirst = index === 0;
      // The first one learns the port where any will do; the others share it.
      const httpPort = options.httpPort === 'off' || !(isFirst || canShare) ? null : (this.frontEnds.httpPort ?? options.httpPort);
      const grpcPort = isFirst && options.grpcPort !== 'off' ? options.grpcPort : null;
      await this.frontEnds.start(this.memory.setup(index, { httpPort, grpcPort }), options.frontEnds > 0);
    }
  }

  private build(hardware: Hardware, store: StateStore, notices: Notices): Models {
    const { options, engine } = this.parts;
    const models = createModels({
      options, hardware, after, store,
      told: (change) => notices.told(change),
      engine: engine ?? 'onnx',
      clock: systemClock,
      log: this.log,
      ledger: this.ledger,
      counters: this.counters,
      statistics: this.statistics,
      memory: this.memory,
      threads: this.threads,
      publisher: { publish: (table) => this.frontEnds.publish(table), drained: (id, deadlineMs) => this.drained(id, deadlineMs) },
      onFailed: (routeId) => this.frontEnds.broadcast({ type: 'fail', routeId }),
      inspect: (path) => this.pool.inspect(path),
      writeLabels: (file) => this.pool.labels(file),
      tempFolder: this.tempFolder,
    });
    meterSwaps(this.ledger, this.counters);
    logMoves(this.ledger, this.log);
    return models;
  }

  private join(models: Models, hardware: Hardware, notices: Notices): Admin {
    const { version, logs } = this.parts;
    const machine = new MachineMeter();
    const exposition = createExposition(() =>
      gatherSnapshot({
        ledger: this.ledger, statistics: this.statistics, counters: this.counters, instances: models.instances,
        threadStats: this.memory.threadStats, frontEnds: this.memory.frontEnds, machine, version,
        gpus: () => hardware.readings(), table: () => models.board.table,
        rollouts: () => rolloutGauges(models.rollouts.engine, models.rollouts.transitions),
        notify: () => notices.notifier.lanes(),
      }),
    );
    return joinAdmin({
      control: models.admin, rollouts: rolloutAdmin({ engine: models.rollouts.engine, ledger: this.ledger, news: models.rollouts.news, recording: (model, id) => models.rollouts.recordings.read(model, id) }),
      notices: noticeAdmin(notices.notifier, models.rollouts.engine, this.ledger),
      ledger: this.ledger, statistics: this.statistics, traces: this.traces.settings,
      logs: new LogSettings(logs), regions: this.regions, version, metrics: () => exposition.text(),
    });
  }

  private openMetrics(port: number, admin: Admin): Promise<MetricsListener> {
    const fault = (thrown: unknown): void => this.log.error({ kind: 'metrics', cause: asServingError(thrown).message }, 'a scrape failed');
    // Scrapes are rare; node:http leaves the control thread without a native listener to close.
    return createMetrics({ driver: nodeDriver, host: this.parts.options.host, port, admin, fault, every: repeat });
  }

  /** Gives up after the deadline: what is in flight then is answered by its own deadline, or when its thread leaves. */
  private drained(servingId: number, deadlineMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = after(deadlineMs, resolve);
      void this.frontEnds.drained(servingId).then(() => {
        cancel();
        resolve();
      });
    });
  }

  private answering(): Admin {
    if (this.admin === null) throw new ServingError('draining', 'the server is starting');
    return this.admin;
  }

  private tellReady(): void {
    if (this.phase !== 'serving') return;
    const rows = this.ledger.models().flatMap((model) => this.ledger.versions(model));
    const ready = !this.parts.options.strictReadiness || rows.every((row) => row.state === 'READY');
    this.frontEnds.broadcast({ type: 'ready', ready });
  }
}
