/**
 * Every option of the server, declared once: flag, variable (`SLUICE_` and the flag in capitals), key of the config
 * file, kind, default and meaning. Help texts, the checks, the JSON Schema and the reference page follow from here.
 */
import { budget, bytes, choice, device, integer, listOf, number, port, text, toggle, url, variable } from './option.js';
import type { OptionKind } from './option.js';

/** What defaults may depend on. */
export interface MachineFacts {
  readonly cores: number;
}

export interface Option<T> {
  readonly group: OptionGroup;
  readonly flag: string;
  readonly kind: OptionKind<T>;
  readonly fallback: (facts: MachineFacts) => T;
  /** The default in words, where it depends on the machine or is no value. */
  readonly fallbackText: string | null;
  readonly doc: string;
}

export const OPTION_GROUPS = ['Models', 'Network', 'Devices and threads', 'Limits', 'Start and stop', 'Logs'] as const;
export type OptionGroup = (typeof OPTION_GROUPS)[number];

const MIB = 2 ** 20;
const DAY_MS = 86_400_000;

function option<T>(group: OptionGroup, flag: string, kind: OptionKind<T>, fallback: NoInfer<T>, doc: string): Option<T> {
  return { group, flag, kind, fallback: () => fallback, fallbackText: null, doc };
}

/** An option whose default follows from the machine. */
function computed<T>(base: Option<T>, fallbackText: string, fallback: (facts: MachineFacts) => T): Option<T> {
  return { ...base, fallback, fallbackText };
}

/** One core is left to control and instances; beyond four, sockets are hardly ever the limit and memory is. */
export function frontEndsByCores(cores: number): number {
  return Math.min(Math.max(cores - 1, 1), 4);
}

export const SERVER_OPTIONS = {
  modelRepository: option('Models', 'model-repository', listOf(text('DIR'), 1), ['models'],
    'Folder of models. Several folders make one repository; a model may be in one of them only.'),
  modelControlMode: option('Models', 'model-control-mode', choice(['none', 'poll', 'explicit']), 'poll',
    '`none` loads what is there at start; `poll` follows the folder; `explicit` loads what `--load-model` and requests name.'),
  loadModel: computed(option('Models', 'load-model', listOf(text('NAME'), 0), [],
    'Model to load at start under `--model-control-mode explicit`; `*` for all.'), 'none', () => []),
  repositoryPollSecs: option('Models', 'repository-poll-secs', number(0.01, 86_400), 1,
    'Seconds between two looks at the repository. A version is complete when two looks in a row see the same files.'),
  defaultMaxBatchSize: option('Models', 'default-max-batch-size', integer(0, 65_536), 64,
    'Largest batch of models whose config names none and whose first dims are symbolic; 0 runs them without batching.'),
  transitionPolicy: option('Models', 'transition-policy', choice(['availability-preserving', 'resource-preserving']), 'availability-preserving',
    'Whether a new version is loaded beside the old one, or after the old one was unloaded. A model config may say otherwise.'),
  modelLoadRetries: option('Models', 'model-load-retries', integer(0, 100), 0,
    'How often a failed load is tried again before the version stays failed.'),
  modelLoadConcurrency: option('Models', 'model-load-concurrency', integer(1, 256), 4, 'Most models that load at the same time.'),
  strictReadiness: option('Models', 'strict-readiness', toggle(), false,
    'Not ready while any version loads or failed, as Triton. Off, the server is ready once every model has a version that serves or has been tried.'),
  stateDir: option('Models', 'state-dir', text('DIR'), '.sluice', 'Folder of the state store, the audit log and cached profiles.'),

  host: option('Network', 'host', text('ADDRESS'), '0.0.0.0', 'Address to listen on.'),
  httpPort: option('Network', 'http-port', port(), 8000, 'Port of REST; 0 takes a free one, `off` does without.'),
  grpcPort: option('Network', 'grpc-port', port(), 8001, 'Port of gRPC; 0 takes a free one, `off` does without.'),
  metricsPort: option('Network', 'metrics-port', port(), 8002, 'Port of `/metrics`; 0 takes a free one, `off` does without.'),
  httpDriver: option('Network', 'http-driver', choice(['auto', 'uws', 'node']), 'auto',
    '`uws` is uWebSockets.js, `node` is node:http; `auto` takes the first where its binary loads.'),
  allowClientShm: option('Network', 'allow-client-shm', toggle(), false,
    'Lets clients register shared memory under `/dev/shm` for the server to read and write. For trusted clients on the same machine.'),

  publicUrl: computed(option('Network', 'public-url', url(0), '',
    'Where others reach REST. It is the source of notifications and the start of the links in them.'), 'the name of the machine and `--http-port`', () => ''),
  notifyUrl: computed(option('Network', 'notify-url', listOf(url(1), 0), [],
    'Webhook that is told of the decisions about every model, besides those in a rollout plan under `notify`.'), 'none', () => []),
  notifySecretEnv: computed(option('Network', 'notify-secret-env', variable(), '',
    'Environment variable with the secret that signs what goes to `--notify-url`. Events are held back while it is not set.'), 'none: unsigned', () => ''),

  device: option('Devices and threads', 'device', device(), 'auto',
    '`auto` takes CUDA where it works and says why where it does not; `cuda` and `cuda:N` never fall back; `cpu`.'),
  frontEnds: computed(option('Devices and threads', 'front-ends', integer(0, 64), 1,
    'Threads that hold sockets, decode and encode; 0 does it on the control thread.'),
    'cores less one, from 1 to 4', (facts) => frontEndsByCores(facts.cores)),
  watchUs: computed(option('Devices and threads', 'watch-us', integer(0, 1000), 0,
    'Microseconds that a thread looks for the next step of a lone client before it sleeps, which saves that client two wake-ups a request for CPU time; 0 never looks.'),
    '400 with two cores or more, else 0', (facts) => (facts.cores > 1 ? 400 : 0)),
  memoryBudget: computed(option('Devices and threads', 'memory-budget', budget(), {},
    'Memory that models may take, by device. A version that does not fit is refused with the reason.'), 'what each device has', () => ({})),
  instanceRestarts: option('Devices and threads', 'instance-restarts', integer(0, 1000), 5,
    'How often dead instances of a version are started again within `--instance-restart-window-ms`. What dies beyond that waits until the window has room; 0 never restarts.'),
  instanceRestartWindowMs: option('Devices and threads', 'instance-restart-window-ms', integer(1000, DAY_MS), 60_000,
    'Milliseconds over which restarts are counted.'),

  maxRequestBytes: option('Limits', 'max-request-bytes', bytes(1024, 2 ** 31 - 1), 64 * MIB,
    'Largest request: the JSON part of a body, and a whole body after decompression.'),
  requestMemoryBytes: option('Limits', 'request-memory-bytes', bytes(MIB), 256 * MIB,
    'Memory for requests in flight, for each front end, and as much again for those that are still arriving. A request that finds none is refused with 503.'),
  outputMemoryBytes: option('Limits', 'output-memory-bytes', bytes(64 * 1024), 64 * MIB,
    'Memory for outputs on their way to clients, for each instance.'),
  answerMemoryBytes: option('Limits', 'answer-memory-bytes', bytes(MIB), 256 * MIB,
    'Memory for answers that clients have not read yet, for each front end. Where one more finds no room, the one that has waited longest is cut off.'),
  answerTimeoutMs: option('Limits', 'answer-timeout-ms', integer(1000, DAY_MS), 30_000,
    'Milliseconds that a client has to read an answer, and a second more for each 128 KiB of it, before its connection is closed.'),
  maxRequestsInFlight: option('Limits', 'max-requests-in-flight', integer(1, 1_048_576), 8192,
    'Most requests between arrival and answer, for each front end.'),
  defaultTimeoutMs: option('Limits', 'default-timeout-ms', integer(0, DAY_MS), 60_000,
    'Milliseconds after which a request without a deadline of its own is given up; 0 sets none.'),
  defaultMaxQueueSize: option('Limits', 'default-max-queue-size', integer(1, 1_048_576), 4096,
    'Most requests that wait for a model whose queue policy names no bound.'),

  drainGraceMs: option('Start and stop', 'drain-grace-ms', integer(0, DAY_MS), 0,
    'Milliseconds between "not ready" and closing the listeners at a stop, so that balancers look elsewhere first.'),
  drainTimeoutMs: option('Start and stop', 'drain-timeout-ms', integer(0, DAY_MS), 30_000,
    'Milliseconds that requests in flight have to finish at a stop.'),
  hangTimeoutMs: option('Start and stop', 'hang-timeout-ms', integer(1, DAY_MS), 10_000,
    'Milliseconds beyond the grace and twice the drain that a model run has to return at a stop. It cannot be called off, so the process is then ended by SIGTERM with it.'),

  logLevel: option('Logs', 'log-level', choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info', 'Least level that is logged.'),
  logFormat: option('Logs', 'log-format', choice(['auto', 'json', 'pretty']), 'auto', '`auto` is pretty on a terminal and JSON lines elsewhere.'),
  accessLogSample: option('Logs', 'access-log-sample', number(0, 1), 0,
    'Share of requests that leave a line in the log. None by default: counters and histograms see every request already, and at 50,000 requests a second one in a hundred is 500 lines a second.'),
} as const;

export type OptionName = keyof typeof SERVER_OPTIONS;

type ValueOf<O> = O extends Option<infer T> ? T : never;

/** The effective options, checked and frozen. */
export type ServerOptions = { readonly [K in OptionName]: ValueOf<(typeof SERVER_OPTIONS)[K]> };

export const OPTION_NAMES = Object.keys(SERVER_OPTIONS) as readonly OptionName[];

export function variableOf(flag: string): string {
  return `SLUICE_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** The option by name, for code that treats all of them alike. */
export function optionOf(name: OptionName): Option<unknown> {
  return SERVER_OPTIONS[name] as unknown as Option<unknown>;
}
