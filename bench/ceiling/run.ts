/**
 * Ceiling of the model-bound scenarios: bare runs of ONNX Runtime on the model file, with no server around. `latency`
 * times single runs on this process's only thread; `throughput` lets one thread per session run as fast as it can, for
 * each batch size in turn, and reports the best.
 */
import { createRequire } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { systemClock } from '../../src/base/clock.js';
import { serveJobs } from '../child.js';
import { BenchFault } from '../fault.js';
import { Histogram, type HistogramSnapshot } from '../histogram.js';

interface Model {
  readonly file: string;
  /** `intraOpNumThreads` of each session. */
  readonly intraThreads: number;
}

export type RunJob =
  /** `public` is `session.run` with its promise; `binding` calls the native object without it. */
  | ({ readonly kind: 'latency'; readonly api: 'public' | 'binding'; readonly seconds: number } & Model)
  | ({
      readonly kind: 'throughput';
      readonly threads: number;
      readonly batchSizes: readonly number[];
      /** For each batch size. */
      readonly seconds: number;
    } & Model);

export interface RunResult {
  /** Of single runs; empty for throughput. */
  readonly latency: HistogramSnapshot;
  readonly rowsPerSecond: number;
  readonly bestBatch: number;
  readonly byBatch: readonly { readonly batch: number; readonly rowsPerSecond: number }[];
}

interface Feed {
  readonly type: 'float32';
  readonly dims: readonly number[];
  readonly data: Float32Array;
  readonly location: 'cpu';
}
type Feeds = Readonly<Record<string, Feed>>;

/** The native object of onnxruntime-node, as its own JavaScript uses it. */
interface NativeSession {
  loadModel(file: string, options: Readonly<Record<string, unknown>>): void;
  run(feeds: Feeds, fetches: Readonly<Record<string, null>>, options: object): unknown;
  readonly inputMetadata: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly outputMetadata: readonly { readonly name: string }[];
}

interface NativeModule {
  initOrt(): void;
  readonly binding: { readonly InferenceSession: new () => NativeSession };
}

interface PublicModule {
  readonly InferenceSession: {
    create(file: string, options: object): Promise<{ run(feeds: Readonly<Record<string, unknown>>): Promise<unknown> }>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;
}

const load = createRequire(import.meta.url);

function sessionOptions(model: Model): Readonly<Record<string, unknown>> {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: model.intraThreads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
}

function openNative(model: Model): NativeSession {
  const native = load('onnxruntime-node/dist/binding.js') as NativeModule;
  native.initOrt();
  const session = new native.binding.InferenceSession();
  session.loadModel(model.file, sessionOptions(model));
  return session;
}

/** Unknown dims are the batch when first, and 1 elsewhere. */
function feedsOf(session: NativeSession, rows: number): Feeds {
  const feeds: Record<string, Feed> = {};
  for (const { name, shape } of session.inputMetadata) {
    const dims = shape.map((dim, index) => (dim >= 0 ? dim : index === 0 ? rows : 1));
    const count = dims.reduce((product, dim) => product * dim, 1);
    feeds[name] = { type: 'float32', dims, data: new Float32Array(count).fill(0.5), location: 'cpu' };
  }
  return feeds;
}

function fetchesOf(session: NativeSession): Readonly<Record<string, null>> {
  return Object.fromEntries(session.outputMetadata.map(({ name }) => [name, null]));
}

async function latency(job: Extract<RunJob, { kind: 'latency' }>): Promise<RunResult> {
  const native = openNative(job);
  const feeds = feedsOf(native, 1);
  const fetches = fetchesOf(native);
  const histogram = new Histogram();
  let run: () => Promise<unknown> | undefined;
  if (job.api === 'binding') {
    run = () => void native.run(feeds, fetches, {});
  } else {
    const ort = load('onnxruntime-node') as PublicModule;
    const session = await ort.InferenceSession.create(job.file, sessionOptions(job));
    const tensors = Object.fromEntries(
      Object.entries(feeds).map(([name, feed]) => [name, new ort.Tensor('float32', feed.data, feed.dims)]),
    );
    run = () => session.run(tensors);
  }
  const startUs = systemClock.nowUs();
  // The first fifth warms caches and compilers and is not counted.
  const countFromUs = startUs + job.seconds * 0.2e6;
  const endUs = startUs + job.seconds * 1e6;
  for (let fromUs = startUs; fromUs < endUs; ) {
    const pending = run();
    if (pending !== undefined) await pending;
    const nowUs = systemClock.nowUs();
    if (fromUs >= countFromUs) histogram.record(nowUs - fromUs);
    fromUs = nowUs;
  }
  const snapshot = histogram.snapshot();
  return { latency: snapshot, rowsPerSecond: snapshot.count / (job.seconds * 0.8), bestBatch: 1, byBatch: [] };
}

async function throughput(job: Extract<RunJob, { kind: 'throughput' }>): Promise<RunResult> {
  const byBatch: { batch: number; rowsPerSecond: number }[] = [];
  for (const batch of job.batchSizes) {
    const threads = Array.from({ length: job.threads }, () => runThread({ ...job, batch }));
    const rates = await Promise.all(threads);
    byBatch.push({ batch, rowsPerSecond: rates.reduce((sum, rate) => sum + rate, 0) });
  }
  const best = byBatch.reduce((top, row) => (row.rowsPerSecond > top.rowsPerSecond ? row : top));
  return { latency: new Histogram().snapshot(), rowsPerSecond: best.rowsPerSecond, bestBatch: best.batch, byBatch };
}

interface ThreadOrder extends Model {
  readonly batch: number;
  readonly seconds: number;
}

/** Rows a second of one thread with one session. The thread ends by itself: ending one inside a run would abort. */
function runThread(order: ThreadOrder): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: order });
    let rate: number | null = null;
    thread.on('message', (message: number) => (rate = message));
    thread.on('error', reject);
    thread.on('exit', () => (rate === null ? reject(new BenchFault('a thread of bare runs ended early')) : resolve(rate)));
  });
}

function runRows(order: ThreadOrder): number {
  const session = openNative(order);
  const feeds = feedsOf(session, order.batch);
  const fetches = fetchesOf(session);
  session.run(feeds, fetches, {});
  const startUs = systemClock.nowUs();
  const endUs = startUs + order.seconds * 1e6;
  let rows = 0;
  let nowUs = startUs;
  while (nowUs < endUs) {
    session.run(feeds, fetches, {});
    rows += order.batch;
    nowUs = systemClock.nowUs();
  }
  return rows / ((nowUs - startUs) / 1e6);
}

if (isMainThread) serveJobs((job: RunJob) => (job.kind === 'latency' ? latency(job) : throughput(job)));
else parentPort?.postMessage(runRows(workerData as ThreadOrder));
