/**
 * How a front end reaches a loaded version: its queue, the memory its answers come in, its counters, and the rules of
 * admission. Travels in the routing table; shared memory is shared, the rest is frozen.
 */
export interface QueuePolicy {
  /** Requests (of this priority, where there are levels) that may wait; one more is refused at once. */
  readonly queueSizeMax: number;
  /** Longest wait in the queue; 0 for none. */
  readonly defaultTimeoutUs: number;
  /** Triton's field, kept for who reads it: here a request's own timeout always counts when it is the shorter one. */
  readonly allowTimeoutOverride: boolean;
  /** What happens after the wait: the request is refused, or goes behind those that still have time. */
  readonly timeoutAction: 'reject' | 'delay';
}

export interface Admission {
  /** 1 is the highest priority; 0 levels means that there is one line. */
  readonly priorityLevels: number;
  readonly defaultPriority: number;
  readonly queue: QueuePolicy;
  readonly queueByPriority: ReadonlyMap<number, QueuePolicy>;
  /** Whether answers leave in the order in which requests came, per front end. */
  readonly preserveOrdering: boolean;
}

export interface VersionRoute {
  /** Unique among all loads of the process. */
  readonly id: number;
  readonly queue: SharedArrayBuffer;
  /** By position of the instance. */
  readonly instances: readonly { readonly words: SharedArrayBuffer; readonly output: SharedArrayBuffer }[];
  readonly stats: SharedArrayBuffer;
  readonly admission: Admission;
}

export function queuePolicyOf(admission: Admission, priority: number): QueuePolicy {
  return admission.queueByPriority.get(priority) ?? admission.queue;
}
