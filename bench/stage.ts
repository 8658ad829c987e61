/**
 * What one scenario starts: folders, a gateway, generators and ceilings. Everything is ended when the scenario is over,
 * in the reverse order, whatever happened; only what was started here is ended.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EchoJob, EchoResult } from './ceiling/grpc.js';
import type { RunJob, RunResult } from './ceiling/run.js';
import type { UwsJob, UwsResult } from './ceiling/uws.js';
import { Peer } from './child.js';
import { Gateway } from './gateway.js';
import type { LoadJob, LoadReport } from './load/job.js';
import type { Progress } from './progress.js';
import { writeRepository, type ModelSetup } from './repository.js';

export interface Settings {
  /** Of one counted measurement; null takes the scenario's own. */
  readonly seconds: number | null;
  /** Pairs of gateway and ceiling. */
  readonly rounds: number;
  /** Short durations and small counts: shows that everything works, and no number worth keeping. */
  readonly quick: boolean;
  /** Flags for the gateway, behind ours. */
  readonly flags: readonly string[];
}

interface Started {
  stop(): Promise<void>;
}

export interface Opened {
  readonly gateway: Gateway;
  readonly repository: string;
  /** On the file system of the repository, so that a rename publishes. */
  readonly staging: string;
}

export class Stage {
  private readonly started: Started[] = [];

  constructor(
    readonly settings: Settings,
    readonly progress: Progress,
  ) {}

  /** Duration of one counted measurement. */
  seconds(own: number): number {
    return this.settings.seconds ?? (this.settings.quick ? Math.min(1, own) : own);
  }

  get warmSeconds(): number {
    return this.settings.quick ? 0.3 : 2;
  }

  get rounds(): number {
    return this.settings.quick ? 1 : this.settings.rounds;
  }

  async open(setups: readonly ModelSetup[]): Promise<Opened> {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
    this.own({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
    const repository = join(folder, 'models');
    const staging = join(folder, 'staging');
    mkdirSync(staging, { recursive: true });
    writeRepository(repository, setups);
    const stateDir = join(folder, 'state');
    const gateway = this.own(await Gateway.start({ repository, stateDir, flags: this.settings.flags }));
    return { gateway, repository, staging };
  }

  generator(): Peer<LoadJob, LoadReport> {
    return this.own(Peer.start<LoadJob, LoadReport>('load/process.js'));
  }

  uwsCeiling(): Peer<UwsJob, UwsResult> {
    return this.own(Peer.start<UwsJob, UwsResult>('ceiling/uws.js'));
  }

  grpcCeiling(): Peer<EchoJob, EchoResult> {
    return this.own(Peer.start<EchoJob, EchoResult>('ceiling/grpc.js'));
  }

  runCeiling(): Peer<RunJob, RunResult> {
    return this.own(Peer.start<RunJob, RunResult>('ceiling/run.js'));
  }

  /** Ends everything; the first fault, as of a gateway that crashed, is thrown when all have ended. */
  async end(): Promise<void> {
    const faults: unknown[] = [];
    for (const thing of this.started.splice(0).reverse()) {
      await thing.stop().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  }

  private own<T extends Started>(thing: T): T {
    this.started.push(thing);
    return thing;
  }
}
