/** What a served config means for the data plane: batching, admission, session options, memory. Pure. */
import type { OpenOptions } from '../backend/backend.js';
import type { BatchPolicy } from '../batch/policy.js';
import type { Admission, QueuePolicy } from '../batch/route.js';
import { batchingOf, type Batching, type QueueBound } from '../config/derive.js';
import { sessionOptionsOf } from '../config/session.js';
import type { LoadPlan } from '../instance/loader.js';
import type { EngineName } from '../instance/message.js';
import type { ServedConfig } from './served.js';

export interface PlannerOptions {
  readonly engine: EngineName;
  readonly defaultMaxQueueSize: number;
  /** Threads that one CPU session may use when its config names none. */
  readonly intraOpThreads: number;
}

/** A session holds the weights, prepacked copies of some of them, and an arena for activations. */
const WEIGHTS_FACTOR = 2;
const SESSION_BYTES = 16 * 2 ** 20;

export function planLoad(served: ServedConfig, options: PlannerOptions): LoadPlan {
  const batching = batchingOf(served.config, options.defaultMaxQueueSize);
  const session = sessionOptionsOf(served.config);
  const { summary, config } = served;
  return {
    engine: options.engine,
    policy: policyOf(batching),
    admission: admissionOf(batching),
    warmup: served.warmup,
    probes: [],
    verify: () => null,
    bytesPerInstance: config.memory_bytes ?? SESSION_BYTES + WEIGHTS_FACTOR * Math.max(summary.weightBytes, summary.fileBytes),
    openOptions: (device): OpenOptions => ({
      device,
      intraOpThreads: session.intraOpThreads ?? (device === 'cpu' ? options.intraOpThreads : 1),
      interOpThreads: session.interOpThreads ?? 1,
      parallelExecution: session.executionMode === 'parallel',
      graphOptimization: session.graphLevel,
      memoryArena: session.cpuMemArena,
      memoryPattern: session.memPattern,
      entries: session.extra,
    }),
  };
}

function policyOf(batching: Batching): BatchPolicy {
  const { dynamic, maxBatchSize, preferredBatchSizes, maxQueueDelayUs, allowedBatchSizes, queue } = batching;
  const policies = [queue, ...Object.values(batching.queueByPriority)];
  return {
    maxBatchSize,
    dynamic,
    preferredSizes: dynamic && preferredBatchSizes.length === 0 ? [maxBatchSize] : preferredBatchSizes,
    maxQueueDelayUs,
    allowedSizes: allowedBatchSizes,
    delayExpired: policies.some((policy) => policy.timeoutAction === 'delay'),
  };
}

function admissionOf(batching: Batching): Admission {
  return {
    priorityLevels: batching.priorityLevels,
    defaultPriority: batching.defaultPriority,
    queue: queuePolicy(batching.queue),
    queueByPriority: new Map(Object.entries(batching.queueByPriority).map(([level, bound]) => [Number(level), queuePolicy(bound)])),
    preserveOrdering: batching.preserveOrdering,
  };
}

function queuePolicy(bound: QueueBound): QueuePolicy {
  return {
    queueSizeMax: bound.maxQueueSize,
    defaultTimeoutUs: bound.defaultTimeoutUs,
    allowTimeoutOverride: bound.allowTimeoutOverride,
    timeoutAction: bound.timeoutAction,
  };
}
