/**
 * Fields of ours that Triton does not have. In YAML they are fields; in the text format and in what `/config` and
 * gRPC answer they are parameters, so that every client can read a config and send it back.
 */
import type { Fault, Locate, Path } from './fault.js';
import { pathText } from './fault.js';
import type { ModelConfigDraft, TransitionPolicy } from './model.js';

type Parameters = ModelConfigDraft['parameters'];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const TRANSITIONS: readonly TransitionPolicy[] = ['availability-preserving', 'resource-preserving'];
const SESSION = 'session.';

function splitList(text: string): string[] {
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '');
}

function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text.trim()) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

/** Moves parameters that stand for fields of ours into those fields. */
export function promote(draft: ModelConfigDraft, locate: Locate): { draft: ModelConfigDraft; faults: Fault[] } {
  const faults: Fault[] = [];
  const next: Mutable<ModelConfigDraft> = { ...draft, session: { ...draft.session } };
  const rest: Record<string, Parameters[string]> = {};
  for (const [key, parameter] of Object.entries(draft.parameters)) {
    const path: Path = ['parameters', key];
    const refuse = (message: string): void => {
      faults.push({ where: locate(path, 'value'), path: pathText(path), message });
    };
    const text = parameter.string_value;
    if (key === 'labels') {
      const labels = labelsOf(text);
      if (Object.keys(draft.labels).length > 0) refuse('the field `labels` is given too');
      else if (labels === null) refuse(`expected LABEL=VERSION pairs such as \`stable=3,canary=4\`, got ${JSON.stringify(text)}`);
      else next.labels = labels;
    } else if (key === 'allowed_batch_sizes') {
      const sizes = splitList(text).map(wholeNumber);
      const batching = draft.dynamic_batching ?? EMPTY_BATCHING;
      if (batching.allowed_batch_sizes.length > 0) refuse('the field `dynamic_batching.allowed_batch_sizes` is given too');
      else if (sizes.length === 0 || sizes.includes(null)) refuse(`expected batch sizes such as \`1,4,16\`, got ${JSON.stringify(text)}`);
      else next.dynamic_batching = { ...batching, allowed_batch_sizes: sizes.filter((size) => size !== null) };
    } else if (key === 'transition_policy') {
      const policy = TRANSITIONS.find((name) => name === text);
      if (draft.transition_policy !== undefined) refuse('the field `transition_policy` is given too');
      else if (!policy) refuse(`expected one of ${TRANSITIONS.map((name) => `\`${name}\``).join(', ')}, got ${JSON.stringify(text)}`);
      else next.transition_policy = policy;
    } else if (key === 'memory_bytes') {
      const bytes = wholeNumber(text);
      if (draft.memory_bytes !== undefined) refuse('the field `memory_bytes` is given too');
      else if (bytes === null) refuse(`expected a number of bytes, got ${JSON.stringify(text)}`);
      else next.memory_bytes = bytes;
    } else if (key === 'rollout') {
      const block = objectOf(text);
      if (draft.rollout !== undefined) refuse('the field `rollout` is given too');
      else if (block === null) refuse(`expected a JSON object, got ${JSON.stringify(text)}`);
      else next.rollout = block;
    } else if (key.startsWith(SESSION)) {
      const name = key.slice(SESSION.length);
      if (Object.hasOwn(draft.session, name)) refuse(`the field \`session.${name}\` is given too`);
      else next.session = { ...next.session, [name]: text };
    } else {
      rest[key] = parameter;
    }
  }
  return { draft: { ...next, parameters: rest }, faults };
}

const EMPTY_BATCHING: NonNullable<ModelConfigDraft['dynamic_batching']> = {
  preferred_batch_size: [], max_queue_delay_microseconds: 0, preserve_ordering: false, priority_levels: 0,
  default_priority_level: 0, priority_queue_policy: {}, allowed_batch_sizes: [],
};

/** What `dynamic_batching { }` means. */
export function emptyBatching(): NonNullable<ModelConfigDraft['dynamic_batching']> {
  return EMPTY_BATCHING;
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function labelsOf(text: string): Record<string, number> | null {
  const labels: Record<string, number> = {};
  for (const pair of splitList(text)) {
    const at = pair.indexOf('=');
    const version = wholeNumber(pair.slice(at + 1));
    if (at <= 0 || version === null) return null;
    labels[pair.slice(0, at).trim()] = version;
  }
  return labels;
}

/** The way back: fields of ours as parameters, and only fields that Triton has. */
export function fold(config: ModelConfigDraft): Omit<ModelConfigDraft, 'labels' | 'transition_policy' | 'memory_bytes' | 'rollout' | 'session'> {
  const { labels, transition_policy, memory_bytes, rollout, session, dynamic_batching, ...known } = config;
  const parameters: Record<string, Parameters[string]> = { ...config.parameters };
  const add = (key: string, text: string): void => {
    parameters[key] = { string_value: text };
  };
  if (Object.keys(labels).length > 0) add('labels', Object.entries(labels).map(([name, version]) => `${name}=${version}`).join(','));
  if (transition_policy !== undefined) add('transition_policy', transition_policy);
  if (memory_bytes !== undefined) add('memory_bytes', String(memory_bytes));
  if (rollout !== undefined) add('rollout', JSON.stringify(rollout));
  for (const [key, text] of Object.entries(session)) add(`${SESSION}${key}`, text);
  if (!dynamic_batching) return { ...known, parameters };
  const { allowed_batch_sizes, ...batching } = dynamic_batching;
  if (allowed_batch_sizes.length > 0) add('allowed_batch_sizes', allowed_batch_sizes.join(','));
  return { ...known, parameters, dynamic_batching: batching as typeof dynamic_batching };
}
