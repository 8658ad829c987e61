/**
 * grpc.health.v1 for load balancers and probes. Services are '' for the server, a service's own name, a
 * model's name for any of its versions, and `model/version`. `Watch` sends a state when it differs from the last one sent.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ServingError } from '../base/error.js';
import type { Front } from '../serving/port.js';
import { read, written } from './messages.js';
import { LABEL_SERVICE, ROLLOUT_SERVICE } from './rollout.js';
import { modelReady, SERVICE } from './service.js';
import { statusOf, faultOf, type GrpcLog } from './status.js';

type HealthState = 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN';

const SERVICES: ReadonlySet<string> = new Set(['', SERVICE, ROLLOUT_SERVICE, LABEL_SERVICE]);

/** Watchers hold memory and a stream each. */
const WATCHERS_MAX = 1000;

interface Watcher {
  readonly service: string;
  readonly call: ServerWritableStream<Buffer, Buffer>;
  last: HealthState | '';
}

export class Health {
  private readonly watchers = new Set<Watcher>();
  private draining = false;

  constructor(
    private readonly front: Front,
    private readonly log: GrpcLog,
  ) {}

  check(request: Buffer): Buffer {
    const { service } = read.health(request);
    const state = this.stateOf(service);
    if (state === 'SERVICE_UNKNOWN') throw new ServingError('not_found', `unknown service '${service}': expected '', a model or model/version`);
    return written.health({ status: state });
  }

  watch(call: ServerWritableStream<Buffer, Buffer>): void {
    try {
      if (this.watchers.size === WATCHERS_MAX) {
        throw new ServingError('queue_full', `${WATCHERS_MAX} health watches are open; retry later or use Check`);
      }
      const watcher: Watcher = { service: read.health(call.request).service, call, last: '' };
      this.watchers.add(watcher);
      call.on('cancelled', () => this.watchers.delete(watcher));
      this.tell(watcher);
    } catch (thrown) {
      call.emit('error', statusOf(faultOf(thrown, this.log, 'Watch')));
    }
  }

  /** Tells every watcher whose service has another state than it was last told. */
  refresh(): void {
    for (const watcher of this.watchers) this.tell(watcher);
  }

  /** From here on nothing is SERVING. */
  drain(): void {
    this.draining = true;
    this.refresh();
  }

  /** Ends the watches, which would keep the server open. */
  close(): void {
    for (const { call } of this.watchers) {
      call.emit('error', statusOf(new ServingError('draining', 'the server is shutting down')));
    }
    this.watchers.clear();
  }

  private tell(watcher: Watcher): void {
    const state = this.stateOf(watcher.service);
    if (state === watcher.last) return;
    watcher.last = state;
    watcher.call.write(written.health({ status: state }));
  }

  private stateOf(service: string): HealthState {
    const ready = this.readyOf(service);
    if (ready === null) return 'SERVICE_UNKNOWN';
    return ready && !this.draining ? 'SERVING' : 'NOT_SERVING';
  }

  private readyOf(service: string): boolean | null {
    if (SERVICES.has(service)) return this.front.ready;
    const whole = modelReady(this.front, service, '');
    if (whole !== null) return whole;
    const slash = service.lastIndexOf('/');
    return slash < 0 ? null : modelReady(this.front, service.slice(0, slash), service.slice(slash + 1));
  }
}
