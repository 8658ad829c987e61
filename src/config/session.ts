/** The options of ONNX Runtime that a model config sets, as one typed value for whoever opens sessions. */
import type { Finding } from './check.js';
import type { ModelConfigDraft } from './model.js';
import { nearest } from './suggest.js';

export interface SessionOptions {
  /** Threads within an operator; null leaves the choice to the engine. */
  readonly intraOpThreads: number | null;
  readonly interOpThreads: number | null;
  readonly executionMode: 'sequential' | 'parallel';
  readonly graphLevel: 'disabled' | 'basic' | 'extended' | 'all';
  readonly cpuMemArena: boolean;
  readonly memPattern: boolean;
  /** Session config entries by full key, `session.disable_cpu_ep_fallback` among them. */
  readonly extra: Readonly<Record<string, string>>;
}

type Configured = Pick<ModelConfigDraft, 'parameters' | 'session' | 'optimization'>;

/** Parameters of Triton's ONNX Runtime backend that 1.29's Node binding has no way to pass on. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'memory.enable_memory_arena_shrinkage', 'cudnn_conv_algo_search', 'gpu_mem_limit', 'arena_extend_strategy',
  'do_copy_in_default_stream', 'cudnn_conv_use_max_workspace', 'gpu_external_alloc', 'gpu_external_free',
]);

const KNOWN = ['intra_op_thread_count', 'inter_op_thread_count', 'execution_mode', 'enable_mem_arena', 'enable_mem_pattern'] as const;
type Known = (typeof KNOWN)[number];

/** Key families that ONNX Runtime reads from session config entries. */
const PASSED_ON = /^(optimization|ep|mlas)\./;

const GRAPH_LEVELS: ReadonlyMap<number, SessionOptions['graphLevel']> = new Map([
  [0, 'all'], [-1, 'basic'], [1, 'extended'], [2, 'disabled'],
]);

function parameter(config: Configured, key: Known): string | null {
  return config.parameters[key]?.string_value.trim() ?? null;
}

/** Threads by parameter; 0 is the engine's own default, as in Triton. */
function threads(text: string | null): number | null {
  return text === null || Number(text) === 0 ? null : Number(text);
}

/** Reads a config that `sessionFindings` found nothing wrong with. */
export function sessionOptionsOf(config: Configured): SessionOptions {
  const extra: Record<string, string> = {};
  for (const [key, value] of Object.entries(config.session)) extra[`session.${key}`] = value;
  for (const [key, value] of Object.entries(config.parameters)) {
    if (PASSED_ON.test(key)) extra[key] = value.string_value;
  }
  return {
    intraOpThreads: threads(parameter(config, 'intra_op_thread_count')),
    interOpThreads: threads(parameter(config, 'inter_op_thread_count')),
    executionMode: parameter(config, 'execution_mode') === '1' ? 'parallel' : 'sequential',
    graphLevel: GRAPH_LEVELS.get(config.optimization?.graph?.level ?? 0) ?? 'all',
    cpuMemArena: parameter(config, 'enable_mem_arena') !== '0',
    memPattern: parameter(config, 'enable_mem_pattern') !== '0',
    extra,
  };
}

/** Values that cannot be meant, and parameters that change nothing here. */
export function sessionFindings(config: Configured): { faults: Finding[]; notes: Finding[] } {
  const faults: Finding[] = [];
  const notes: Finding[] = [];
  for (const key of KNOWN) {
    const text = parameter(config, key);
    const count = key === 'intra_op_thread_count' || key === 'inter_op_thread_count';
    const fits = text === null || (count ? /^\d{1,4}$/.test(text) : text === '0' || text === '1');
    if (!fits) faults.push({ path: ['parameters', key], message: `expected ${count ? 'a number of threads' : '0 or 1'}, got ${JSON.stringify(text)}` });
  }
  const level = config.optimization?.graph?.level ?? 0;
  if (!GRAPH_LEVELS.has(level)) faults.push({ path: ['optimization', 'graph', 'level'], message: `expected -1, 0, 1 or 2, got ${level}` });
  for (const key of Object.keys(config.parameters)) {
    if (WITHOUT_EFFECT.has(key)) notes.push({ path: ['parameters', key], message: 'has no effect: the binding of ONNX Runtime cannot pass it on' });
    const near = (KNOWN as readonly string[]).includes(key) ? null : nearest(key, KNOWN);
    if (near !== null) notes.push({ path: ['parameters', key], message: `is not known and has no effect; did you mean \`${near}\`?` });
  }
  return { faults, notes };
}
