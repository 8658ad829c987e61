/**
 * The house rules as data; test/tidy.test.ts reads the tree against them. To change the architecture, change a row
 * here in the same commit, with the reason in its message.
 */

/** Room -> rooms it may import. A room in src/ without a row fails. Order is by layer, lowest first. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  judge: ['base'],
  tensor: ['base'],
  telemetry: ['base'],
  device: ['base'],
  state: ['base'],
  notify: ['base'],
  onnx: ['base', 'tensor'],
  config: ['base', 'tensor'],
  memory: ['base', 'tensor'],
  backend: ['base', 'tensor', 'device'],
  repository: ['base', 'config'],
  compare: ['base', 'tensor'],
  routing: ['base', 'config', 'tensor', 'compare'],
  gate: ['base', 'tensor', 'compare'],
  publish: ['base', 'repository', 'gate'],
  lifecycle: ['base', 'config', 'device', 'tensor'],
  batch: ['base', 'tensor', 'config', 'memory'],
  analysis: ['base', 'tensor', 'config', 'onnx', 'repository', 'compare'],
  rollout: ['base', 'config', 'compare', 'routing', 'lifecycle', 'judge', 'state'],
  forecast: ['base', 'judge', 'rollout', 'routing'],
  control: ['base', 'tensor', 'telemetry', 'device', 'config', 'repository', 'routing', 'lifecycle', 'rollout', 'serving'],
  instance: ['base', 'tensor', 'telemetry', 'device', 'config', 'memory', 'backend', 'batch', 'lifecycle'],
  serving: ['base', 'tensor', 'telemetry', 'config', 'memory', 'compare', 'routing', 'batch', 'lifecycle', 'rollout'],
  http: ['base', 'tensor', 'telemetry', 'config', 'memory', 'serving'],
  grpc: ['base', 'tensor', 'telemetry', 'config', 'memory', 'judge', 'rollout', 'serving'],
  frontend: ['base', 'tensor', 'telemetry', 'config', 'memory', 'routing', 'batch', 'serving', 'http', 'grpc'],
  gateway: [
    'base', 'tensor', 'telemetry', 'device', 'onnx', 'config', 'memory', 'backend', 'repository', 'routing', 'lifecycle', 'batch',
    'instance', 'serving', 'control', 'frontend', 'compare', 'gate', 'publish', 'judge', 'state', 'rollout', 'notify', 'analysis',
  ],
  cli: ['base', 'publish', 'tensor', 'config', 'device', 'repository', 'onnx', 'analysis', 'judge', 'rollout', 'forecast', 'serving'],
};

/** Files directly in src/: the composition root, the process around it and the entry see everything. Others at the top fail. */
export const TOP_FILES: readonly string[] = ['server.ts', 'process.ts', 'main.ts'];

/** Package -> the only places (a file, or a folder ending in `/`) that may import it. Other packages are free in src/. */
export const IMPORTERS: Readonly<Record<string, readonly { readonly path: string; readonly why: string }[]>> = {
  commander: [{ path: 'src/cli/', why: 'the commands' }],
  'uws-current': [{ path: 'src/http/uws.ts', why: 'the one driver' }],
  'uws-older': [{ path: 'src/http/uws.ts', why: 'the one driver' }],
  'onnxruntime-node': [
    { path: 'src/backend/onnx.ts', why: 'the one engine' },
    { path: 'src/device/probe-child.ts', why: 'runs in a process of its own, so that a CUDA crash cannot reach the server' },
  ],
  '@grpc/grpc-js': [
    { path: 'src/grpc/', why: 'protocol words stop there' },
    { path: 'bench/', why: 'drives load' },
    { path: 'tools/grpc-call.ts', why: 'is a client' },
  ],
  piscina: [{ path: 'src/analysis/pool.ts', why: 'the one pool' }],
  'hyparquet-writer': [{ path: 'src/analysis/parquet.ts', why: 'the one writer of Parquet' }],
  'prom-client': [{ path: 'src/telemetry/', why: 'exposition only' }],
  autocannon: [{ path: 'bench/', why: 'drives load' }],
};

/** Native packages that bench/ may load bare as well, because a ceiling is measured without the house around it. */
export const BENCH_CEILINGS: readonly string[] = ['uws-current', 'uws-older', 'onnxruntime-node'];

export const FILE_LINES_MAX = 400;
export const FUNCTION_LINES_MAX = 70;
export const README_LINES_MAX = 15;

/** Files made by a generator carry no sizes and no words of ours. */
export const GENERATED = /(^|\/)generated\//;

/** Rooms whose README is still owed; an entry may be removed as soon as the file is there. */
export const README_OWED: readonly string[] = [];

/** test/ mirrors src/; these folders are suites of their own, each named after what it keeps. */
export const SUITES: readonly string[] = ['protocol', 'system', 'fault', 'property', 'gpu', 'support', 'regress', 'house', 'docs'];

/** Tests in a mirrored folder that are about a whole room and so name no single source. */
export const MIRROR_EXCEPT: readonly { readonly path: string; readonly why: string }[] = [
  { path: 'test/onnx/hostile.test.ts', why: 'files made to harm, put to every reader of the room' },
  { path: 'test/config/page.test.ts', why: 'the generated pages against the declarations of the room' },
  { path: 'test/grpc/call.test.ts', why: 'the command-line client of tools/ against a server of the room' },
  { path: 'test/grpc/wire.test.ts', why: 'frames through scanner, filler and reply together' },
  { path: 'test/http/bad.test.ts', why: 'bad input put to every route of the room' },
  { path: 'test/lifecycle/property.test.ts', why: 'the promises of the room under random events' },
  { path: 'test/repository/pure.test.ts', why: 'the pure parts of the room as tables' },
];

export interface BannedWord {
  readonly word: string;
  readonly instead: string;
  /** Top folders where it is banned. */
  readonly within: readonly string[];
  /** Where it stands with good reason: a file, or a folder ending in `/`. */
  readonly except: readonly { readonly path: string; readonly why: string }[];
}

/** How a word is found in the syntax tree is in scan.ts, by the same name. */
export const BANNED: readonly BannedWord[] = [
  {
    word: 'any',
    instead: 'the real type, `unknown` with a check, or a type parameter',
    within: ['src', 'bench', 'tools', 'test'],
    except: [
      { path: 'test/grpc/world.ts', why: 'messages by reflection have no types' },
      { path: 'test/support/rpc.ts', why: 'messages by reflection have no types' },
      { path: 'test/support/rest.ts', why: 'tests look into answers of every shape' },
    ],
  },
  {
    word: 'new Error',
    instead: 'ServingError (src/base/error.ts) for operating faults, assert (src/base/assert.ts) for our own bugs',
    within: ['src'],
    except: [{ path: 'src/base/', why: 'defines both' }],
  },
  { word: 'Date.now', instead: 'the Clock port (src/base/clock.ts)', within: ['src'], except: [{ path: 'src/base/clock.ts', why: 'is the clock' }] },
  {
    word: 'setTimeout',
    instead: 'a timer passed in, or a state change that wakes',
    within: ['src'],
    except: [
      { path: 'src/server.ts', why: 'the composition root makes the timer that is passed in' },
      { path: 'src/process.ts', why: 'bounds a stop that a native run would hold for ever' },
      { path: 'src/main.ts', why: 'makes the wait that commands are handed' },
      { path: 'src/serving/pump.ts', why: 'owns the one timer of the deadlines' },
      { path: 'src/frontend/assembly.ts', why: 'the root of its thread; waits for sockets that do not say when they are idle' },
    ],
  },
  {
    word: 'setInterval',
    instead: 'a timer passed in, or a state change that wakes',
    within: ['src'],
    except: [
      { path: 'src/base/repeat.ts', why: 'makes the rhythm that roots of threads pass in' },
      { path: 'src/gateway/hardware.ts', why: 'GPUs do not say when their readings change' },
    ],
  },
  { word: 'node:timers', instead: 'a timer passed in, or a state change that wakes', within: ['src'], except: [] },
  { word: 'console', instead: 'the logger; a writer passed in for command output', within: ['src'], except: [] },
  { word: 'debt marker', instead: 'an issue, or the work itself', within: ['src', 'bench', 'tools', 'test'], except: [
    { path: 'test/support/rest.ts', why: 'answers of every shape, looked into by tests' },
    { path: 'test/support/rpc.ts', why: 'messages by reflection, looked into by tests' },
  ] },
];
