/**
 * The control side of the protocol as a front end sees it: every call travels to the control thread as a message and
 * its answer comes back as one. A call whose control thread is gone is answered when the front end closes.
 */
import { ServingError } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import type { AdminMethod, Fault, FromFrontEnd } from './message.js';

interface Pending {
  resolve(value: unknown): void;
  reject(fault: ServingError): void;
}

const METHODS: Readonly<Record<AdminMethod, true>> = {
  serverMetadata: true, modelMetadata: true, modelConfig: true, statistics: true, index: true, load: true, unload: true,
  labels: true, setLabel: true, rollouts: true, rollout: true, rolloutNews: true, changeRollout: true, rolloutRecording: true, rolloutAudit: true,
  notifications: true, retryNotification: true, dropNotification: true, traceSettings: true, logSettings: true, regionStatus: true, regionRegister: true,
  regionUnregister: true, metrics: true,
};

export class RemoteAdmin {
  /** What the protocol rooms call. */
  readonly admin: Admin;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;

  constructor(private readonly post: (message: FromFrontEnd) => void) {
    const methods = Object.keys(METHODS) as AdminMethod[];
    const calls = methods.map((method) => [method, (...args: unknown[]) => this.call(method, args)] as const);
    // Each method is typed by the port; the way it travels is the same for all.
    this.admin = Object.fromEntries(calls) as unknown as Admin;
  }

  settle(id: number, value: unknown, fault: Fault | null): void {
    const pending = this.pending.get(id);
    if (pending === undefined) return;
    this.pending.delete(id);
    if (fault === null) pending.resolve(value);
    else pending.reject(new ServingError(fault.reason, fault.message, { faults: fault.faults }));
  }

  close(): void {
    for (const id of [...this.pending.keys()]) this.settle(id, null, { reason: 'draining', message: 'the server is shutting down', faults: [] });
  }

  private call(method: AdminMethod, args: readonly unknown[]): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.post({ type: 'call', id, method, args });
    });
  }
}
