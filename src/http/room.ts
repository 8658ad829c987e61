/**
 * What all calls of one front end share: the ports they call, the codec's reused parts, and the bounds on half-received
 * bodies. One per thread; everything in it is used by one call at a time, without waiting in between.
 */
import type { Clock } from '../base/clock.js';
import { ServingError } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import type { Intake } from '../serving/intake.js';
import type { Front } from '../serving/port.js';
import { HttpCaller } from './caller.js';
import { ResponseWriter } from './encode.js';
import { RequestReader } from './json.js';
import { Plans } from './plan.js';

export interface Limits {
  /** Time from the head of a request to the end of its body. */
  readonly bodyTimeoutMs: number;
  /** Bodies that have begun and are not complete, at once. */
  readonly halfBodiesMax: number;
  /** Requests in flight at once, whatever they do. */
  readonly callsMax: number;
  /** Bodies being decompressed at once; each may take the size limit of a request. */
  readonly inflatingMax: number;
}

export const defaultLimits: Limits = { bodyTimeoutMs: 30_000, halfBodiesMax: 1024, callsMax: 65_536, inflatingMax: 16 };

/** Something that waits for a body and can be told that its time is up. */
export interface Expiring {
  /** The room's tick at its begin. */
  readonly beganTick: number;
  readonly receiving: boolean;
  expire(): void;
}

/** How often the room looks for bodies whose time is up. */
export const sweepMs = 1000;

export class Room {
  readonly caller = new HttpCaller();
  readonly plans = new Plans();
  readonly reader = new RequestReader();
  readonly writer = new ResponseWriter();
  /** Counts sweeps, so that a call can note its begin without reading a clock. */
  tick = 0;
  #halfBodies = 0;
  #inflating = 0;
  readonly #expiring = new Set<Expiring>();

  constructor(
    readonly front: Front,
    readonly admin: Admin,
    readonly clock: Clock,
    readonly limits: Limits,
    /** Memory of bodies that are gathered. */
    readonly intake: Intake,
    readonly fault: (thrown: unknown) => void,
  ) {}

  /** Pooled calls are watched for good, others until `unwatch`. @throws ServingError queue_full at the bound */
  watch(call: Expiring): void {
    if (this.#expiring.size >= this.limits.callsMax) {
      throw new ServingError('queue_full', `more than ${this.limits.callsMax} HTTP requests are in flight`);
    }
    this.#expiring.add(call);
  }

  unwatch(call: Expiring): void {
    this.#expiring.delete(call);
  }

  /** Called every `sweepMs`. A body has its time and up to one sweep more. */
  sweep(): void {
    this.tick++;
    const ticks = Math.ceil(this.limits.bodyTimeoutMs / sweepMs);
    for (const call of this.#expiring) if (call.receiving && this.tick - call.beganTick > ticks) call.expire();
  }

  enterHalf(): void {
    if (this.#halfBodies >= this.limits.halfBodiesMax) {
      throw new ServingError('memory_full', `more than ${this.limits.halfBodiesMax} request bodies are being received`);
    }
    this.#halfBodies++;
  }

  leaveHalf(): void {
    this.#halfBodies--;
  }

  enterInflating(): void {
    if (this.#inflating >= this.limits.inflatingMax) {
      throw new ServingError('memory_full', `more than ${this.limits.inflatingMax} request bodies are being decompressed`);
    }
    this.#inflating++;
  }

  leaveInflating(): void {
    this.#inflating--;
  }

  get halfBodies(): number {
    return this.#halfBodies;
  }
}
