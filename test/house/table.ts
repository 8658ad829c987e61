/**
 * The house rules as data; test/tidy.test.ts reads the tree against them. To change the architecture, change a row
 * here in the same commit, with the reason in its message.
 */

/** Room -> rooms it may import. A room in src/ without a row fails. Order is by layer, lowest first. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  tensor: ['base'],
  telemetry: ['base'],
  device: ['base'],
  onnx: ['base', 'tensor'],
  config: ['base', 'tensor'],
  memory: ['base', 'tensor'],
  backend: ['base', 'tensor', 'device'],
  repository: ['base', 'config'],
  routing: ['base', 'config', 'tensor'],
  lifecycle: ['base', 'config', 'device', 'tensor'],
  batch: ['base', 'tensor', 'config', 'memory'],
  analysis: ['base', 'tensor', 'config', 'onnx', 'repository'],
  control: ['base', 'tensor', 'telemetry', 'device', 'config', 'repository', 'routing', 'lifecycle'],
  instance: ['base', 'tensor', 'telemetry', 'device', 'config', 'memory', 'backend', 'batch', 'lifecycle'],
  serving: ['base', 'tensor', 'telemetry', 'config', 'memory', 'routing', 'batch', 'lifecycle'],
  http: ['base', 'tensor', 'telemetry', 'config', 'memory', 'serving'],
  grpc: ['base', 'tensor', 'telemetry', 'config', 'memory', 'serving'],
  frontend: ['base', 'tensor', 'telemetry', 'config', 'memory', 'routing', 'batch', 'serving', 'http', 'grpc'],
  cli: ['base', 'tensor', 'config', 'device', 'repository', 'onnx', 'analysis'],
};

/** Files directly in src/: the composition root and the entry see everything. Others at the top fail. */
export const TOP_FILES: readonly string[] = ['server.ts', 'main.ts'];

/** Package -> the only places (a file, or a folder ending in `/`) that may import it. Other packages are free in src/. */
export const IMPORTERS: Readonly<Record<string, readonly { readonly path: string; readonly why: string }[]>> = {
  'uws-current': [{ path: 'src/http/uws.ts', why: 'the one driver' }],
  'uws-older': [{ path: 'src/http/uws.ts', why: 'the one driver' }],
  'onnxruntime-node': [
    { path: 'src/backend/onnx.ts', why: 'the one engine' },
    { path: 'src/device/probe-child.ts', why: 'runs in a process of its own, so that a CUDA crash cannot reach the server' },
  ],
  '@grpc/grpc-js': [{ path: 'src/grpc/', why: 'protocol words stop there' }, { path: 'bench/', why: 'drives load' }],
  piscina: [{ path: 'src/analysis/pool.ts', why: 'the one pool' }],
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
export const README_OWED: readonly string[] = ['base', 'tensor'];

/** test/ mirrors src/; these folders are suites of their own, each named after what it keeps. */
export const SUITES: readonly string[] = ['protocol', 'system', 'fault', 'property', 'gpu', 'support', 'regress', 'house'];

/** Tests in a mirrored folder that are about a whole room and so name no single source. */
export const MIRROR_EXCEPT: readonly { readonly path: string; readonly why: string }[] = [
  { path: 'test/onnx/hostile.test.ts', why: 'files made to harm, put to every reader of the room' },
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
  { word: 'any', instead: 'the real type, `unknown` with a check, or a type parameter', within: ['src', 'bench', 'tools', 'test'], except: [] },
  {
    word: 'new Error',
    instead: 'ServingError (src/base/error.ts) for operating faults, assert (src/base/assert.ts) for our own bugs',
    within: ['src'],
    except: [{ path: 'src/base/', why: 'defines both' }],
  },
  { word: 'Date.now', instead: 'the Clock port (src/base/clock.ts)', within: ['src'], except: [{ path: 'src/base/clock.ts', why: 'is the clock' }] },
  { word: 'setTimeout', instead: 'a timer passed in, or a state change that wakes', within: ['src'], except: [] },
  { word: 'setInterval', instead: 'a timer passed in, or a state change that wakes', within: ['src'], except: [] },
  { word: 'node:timers', instead: 'a timer passed in, or a state change that wakes', within: ['src'], except: [] },
  { word: 'console', instead: 'the logger; a writer passed in for command output', within: ['src'], except: [] },
  { word: 'debt marker', instead: 'an issue, or the work itself', within: ['src', 'bench', 'tools', 'test'], except: [] },
];
