/** A data plane with two versions of its model, where a split mirrors the first one's requests on the second. */
import { closeSync, openSync } from 'node:fs';
import type { FakeScript } from '../../src/backend/fake.js';
import { Queue } from '../../src/batch/queue.js';
import type { VersionRoute } from '../../src/batch/route.js';
import type { InstanceLoop } from '../../src/instance/loop.js';
import { instanceBytes, queueBytes } from '../../src/memory/layout.js';
import { buildTable } from '../../src/routing/build.js';
import type { Mirror, Split } from '../../src/routing/split.js';
import type { VersionEntry } from '../../src/routing/table.js';
import { createPairs } from '../../src/serving/pairs.js';
import { createTallies, readTallies, type MirrorReading } from '../../src/telemetry/arms.js';
import { createKeys } from '../../src/telemetry/keys.js';
import { FRONT, createStats, frontWindow } from '../../src/telemetry/layout.js';
import { later } from '../support/later.js';
import { admissionOf, Ask, fakeSession, nothing, signatureOf, World, type TensorRow, type WorldOptions } from '../support/world.js';

export interface MirrorWorldOptions extends WorldOptions {
  readonly candidateScript?: Partial<FakeScript>;
  readonly candidateOutputs?: readonly TensorRow[];
  readonly mirror?: Partial<Mirror>;
  /** Of the candidate's queue. */
  readonly queueSizeMax?: number;
  /** Of the candidate. */
  readonly preserveOrdering?: boolean;
}

export class MirrorWorld extends World {
  readonly pairs: SharedArrayBuffer;
  readonly tallies: SharedArrayBuffer;
  readonly split: Split;
  private readonly candidateRoute: VersionRoute;
  private readonly candidateEntry: VersionEntry<VersionRoute>;
  private readonly candidateQueue: Queue;
  private readonly candidateLoop: InstanceLoop;
  private at = 1_000;

  constructor(options: MirrorWorldOptions = {}) {
    const zero = openSync('/dev/zero', 'r');
    later(() => closeSync(zero));
    super({ regions: { open: () => ({ file: zero, position: 0, hold: 1 }), close: () => undefined }, ...options });
    const frontEnds = this.fronts.length;
    this.pairs = createPairs(frontEnds, 1);
    this.tallies = createTallies(frontEnds, 1);
    this.split = {
      rollout: 'r1', segment: 1, candidate: 2, canaryWeight: 0, controlWeight: 0, assign: { kind: 'chance' }, force: [], latencyUs: null,
      mirror: { weight: 10_000, concurrencyMax: 8, noiseWeight: 0, rules: [{ kind: 'exact' }], pairs: this.pairs, ...options.mirror },
      tallies: this.tallies, keys: createKeys(),
    };
    const signature = signatureOf([['x', 'FP32', [1]]], options.candidateOutputs ?? [['y', 'FP32', [1]]], 8);
    const admission = admissionOf({ preserveOrdering: options.preserveOrdering ?? false, queue: { queueSizeMax: options.queueSizeMax ?? 1_000 } });
    this.candidateRoute = {
      id: 2, queue: new SharedArrayBuffer(queueBytes(1)), stats: createStats(frontEnds, 1, 8), admission,
      instances: [{ words: new SharedArrayBuffer(instanceBytes(8)), output: new SharedArrayBuffer(1 << 20) }],
    };
    this.candidateQueue = new Queue(this.candidateRoute.queue, this.exchange);
    this.candidateEntry = { ...this.entry(2), signature, route: this.candidateRoute };
    this.candidateLoop = this.loop(0, 8, {
      route: this.candidateRoute, signature, policy: this.policy, queue: this.candidateQueue, session: fakeSession(signature, options.candidateScript),
    });
    this.loops.push(this.candidateLoop);
    this.direct(this.split);
  }

  /** Both versions serve, with this split. */
  direct(split: Split | null): void {
    this.publish([this.entry(1), this.candidateEntry], split);
  }

  /** The candidate leaves the table. */
  withoutCandidate(): void {
    this.publish([this.entry(1)], this.split);
  }

  private publish(serving: readonly VersionEntry<VersionRoute>[], split: Split | null): void {
    const table = buildTable(this.at++, [{ name: 'm', serving, labels: new Map(), unavailable: new Map(), expected: false, traffic: { stable: 1, split, twin: null } }]);
    for (const front of this.fronts) front.install(table);
  }

  /** While set, no instance of the candidate looks at its queue. */
  set holdCandidate(held: boolean) {
    const at = this.loops.indexOf(this.candidateLoop);
    if (held && at >= 0) this.loops.splice(at, 1);
    else if (!held && at < 0) this.loops.push(this.candidateLoop);
  }

  killCandidate(): void {
    this.holdCandidate = true;
    this.candidateQueue.poison();
    for (const front of this.fronts) front.failVersion(this.candidateRoute.id);
  }

  /** A request whose input lies in a client's memory. */
  askRegion(): Ask {
    const request = this.front.open(this.front.resolve('m', '', ''), 0, 0);
    const ask = new Ask(request);
    request.placeRegion(0, 'FP32', [1, 1], { region: 'r', byteOffset: 0, byteLength: 4 });
    request.send(ask);
    return ask;
  }

  mirrorCounts(): MirrorReading {
    return readTallies(this.tallies).mirror;
  }

  callerCounts(which: 'stable' | 'candidate'): { readonly success: number; readonly inFlight: number } {
    const lane = frontWindow((which === 'stable' ? this.route : this.candidateRoute).stats, 0);
    return { success: lane[FRONT.success]!, inFlight: lane[FRONT.inFlight]! };
  }

  override leaks(): object {
    return { ...super.leaks(), candidateQueued: this.candidateQueue.depth };
  }

  nothing(): object {
    return { ...nothing(this), candidateQueued: 0 };
  }
}
