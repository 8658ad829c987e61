/**
 * Settings that clients may read and change while the server runs: what is traced, and what is logged. Names, texts
 * and the rule that values are strings are Triton's; where Triton lets a wrong value pass, we refuse it. Owned by the
 * control thread; `changed` tells who must know.
 */
import { ServingError } from '../base/error.js';
import type { LogControl, LogFormat } from './log.js';

export type SettingValue = string | number | boolean | readonly string[];
export type SettingUpdate = Readonly<Record<string, SettingValue | null>>;

export const TRACE_LEVELS = ['OFF', 'TIMESTAMPS', 'TENSORS'] as const;
export type TraceLevel = (typeof TRACE_LEVELS)[number];

const INT32_MAX = 2_147_483_647;

/** What may be set per model; the rest is fixed at start. */
export interface TraceRule {
  readonly trace_level: readonly TraceLevel[];
  /** One request in so many is traced. */
  readonly trace_rate: number;
  /** Traces still to be made; -1 without end. */
  readonly trace_count: number;
  /** Traces per file; 0 puts all into one. */
  readonly log_frequency: number;
}

type TraceField = keyof TraceRule;
const TRACE_FIELDS = ['trace_level', 'trace_rate', 'trace_count', 'log_frequency'] as const satisfies readonly TraceField[];

export const TRACE_DEFAULTS: TraceRule = { trace_level: ['OFF'], trace_rate: 1000, trace_count: -1, log_frequency: 0 };

/** Plain data for the threads that sample. */
export interface TraceRules {
  readonly global: TraceRule;
  readonly models: Readonly<Record<string, Partial<TraceRule>>>;
}

export function ruleOf(rules: TraceRules, model: string): TraceRule {
  const own = Object.hasOwn(rules.models, model) ? rules.models[model] : undefined;
  return own ? { ...rules.global, ...own } : rules.global;
}

function fault(text: string): ServingError {
  return new ServingError('invalid_argument', text);
}

function integer(name: string, value: SettingValue, least: number): number {
  const text = Array.isArray(value) && value.length === 1 ? String(value[0]) : String(value);
  if (!/^-?[0-9]+$/.test(text)) throw fault(`Unable to parse '${name}', got: ${text}`);
  const number = Number(text);
  if (number > INT32_MAX) throw fault(`Unable to parse '${name}', value is out of range [ ${least}, ${INT32_MAX} ], got: ${text}`);
  if (number < least) throw fault(`Unable to parse '${name}'. Expecting value >= ${least}, got:${text}`);
  return number;
}

function levels(value: SettingValue): readonly TraceLevel[] {
  const given = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  const known = given.filter((level): level is TraceLevel => (TRACE_LEVELS as readonly string[]).includes(level));
  const foreign = given.find((level) => !(TRACE_LEVELS as readonly string[]).includes(level));
  if (foreign !== undefined) throw fault(`Unable to parse 'trace_level', got: ${foreign}; known levels are ${TRACE_LEVELS.join(', ')}`);
  if (known.includes('OFF') && given.length > 1) throw fault("Expect only one trace level 'OFF' is specified");
  // Accepting it and writing no tensors would leave a file that lacks what was asked for.
  if (known.includes('TENSORS')) throw new ServingError('unsupported', 'trace level TENSORS is not supported: tensors are not written into traces; use TIMESTAMPS');
  const order = TRACE_LEVELS.filter((level) => known.includes(level));
  return order.length === 0 ? ['OFF'] : order;
}

const PARSERS: { readonly [F in TraceField]: (value: SettingValue) => TraceRule[F] } = {
  trace_level: levels,
  trace_rate: (value) => integer('trace_rate', value, 0),
  trace_count: (value) => integer('trace_count', value, -1),
  log_frequency: (value) => integer('log_frequency', value, 0),
};

/** Turns an update into fields set and fields cleared; all or nothing. */
function readUpdate(update: SettingUpdate): { set: Partial<TraceRule>; cleared: TraceField[] } {
  const set: Partial<Record<TraceField, TraceRule[TraceField]>> = {};
  const cleared: TraceField[] = [];
  for (const [name, value] of Object.entries(update)) {
    if (name === 'trace_file') throw new ServingError('unsupported', 'trace file location can not be updated through network protocol');
    if (name === 'trace_mode') throw new ServingError('unsupported', 'trace mode can not be updated through network protocol');
    const field = TRACE_FIELDS.find((known) => known === name);
    if (field === undefined) throw fault(`unknown trace setting '${name}'; known are ${TRACE_FIELDS.join(', ')}`);
    if (value === null || (Array.isArray(value) && value.length === 0)) cleared.push(field);
    else set[field] = PARSERS[field](value);
  }
  return { set: set as Partial<TraceRule>, cleared };
}

export class TraceSettings {
  private global: TraceRule;
  private readonly models = new Map<string, Partial<TraceRule>>();

  constructor(
    private readonly traceFile: string,
    private readonly changed: (rules: TraceRules) => void,
    private readonly initial: TraceRule = TRACE_DEFAULTS,
  ) {
    this.global = initial;
  }

  /** model '' is the global setting. The caller has checked that the model exists. */
  get(model: string): Readonly<Record<string, SettingValue>> {
    const rule = ruleOf(this.rules(), model);
    return {
      trace_level: rule.trace_level,
      trace_rate: String(rule.trace_rate),
      trace_count: String(rule.trace_count),
      log_frequency: String(rule.log_frequency),
      trace_file: this.traceFile,
      trace_mode: 'triton',
    };
  }

  update(model: string, update: SettingUpdate): Readonly<Record<string, SettingValue>> {
    const { set, cleared } = readUpdate(update);
    if (Object.keys(update).length > 0) {
      this.apply(model, set, cleared);
      this.changed(this.rules());
    }
    return this.get(model);
  }

  rules(): TraceRules {
    return { global: this.global, models: Object.fromEntries(this.models) };
  }

  /** A trace was written: counts the bound down where the model's rule has one. */
  spent(model: string): void {
    const own = this.models.get(model);
    const holder = own?.trace_count === undefined ? this.global : own;
    const left = holder.trace_count;
    if (left === undefined || left <= 0) return;
    const next = { ...holder, trace_count: left - 1 };
    if (holder === this.global) this.global = { ...this.global, trace_count: left - 1 };
    else this.models.set(model, next);
    if (left === 1) this.changed(this.rules());
  }

  /** The model left the repository. */
  forget(model: string): void {
    if (this.models.delete(model)) this.changed(this.rules());
  }

  private apply(model: string, set: Partial<TraceRule>, cleared: readonly TraceField[]): void {
    if (model === '') {
      const back = Object.fromEntries(cleared.map((field) => [field, this.initial[field]]));
      this.global = { ...this.global, ...back, ...set };
      return;
    }
    const own: Partial<Record<TraceField, TraceRule[TraceField]>> = { ...this.models.get(model), ...set };
    for (const field of cleared) delete own[field];
    if (Object.keys(own).length === 0) this.models.delete(model);
    else this.models.set(model, own as Partial<TraceRule>);
  }
}

const LOG_SWITCHES = { log_info: 'info', log_warning: 'warn', log_error: 'error' } as const;

/** Log settings act on the running log; nothing is stored twice but the verbose level, which has degrees. */
export class LogSettings {
  private verbose = 0;

  constructor(private readonly control: LogControl) {}

  get(): Readonly<Record<string, SettingValue>> {
    return {
      log_file: '',
      log_info: this.control.enabled('info'),
      log_warning: this.control.enabled('warn'),
      log_error: this.control.enabled('error'),
      log_verbose_level: this.verbose,
      log_format: this.control.format,
    };
  }

  update(update: SettingUpdate): Readonly<Record<string, SettingValue>> {
    const steps = Object.entries(update).flatMap(([name, value]) => (value === null ? [] : [this.step(name, value)]));
    for (const step of steps) step();
    return this.get();
  }

  /** Checks one setting; the effect waits until all are checked. */
  private step(name: string, value: SettingValue): () => void {
    if (name === 'log_file') throw new ServingError('unsupported', 'log file location can not be updated through network protocol');
    if (Object.hasOwn(LOG_SWITCHES, name)) {
      if (typeof value !== 'boolean') throw fault(`log setting '${name}' must be true or false, got: ${String(value)}`);
      return () => this.control.enable(LOG_SWITCHES[name as keyof typeof LOG_SWITCHES], value);
    }
    if (name === 'log_verbose_level') {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
        throw fault(`log setting 'log_verbose_level' must be a whole number of 0 or more, got: ${String(value)}`);
      }
      return () => {
        this.verbose = value;
        this.control.enable('debug', value > 0);
      };
    }
    if (name === 'log_format') {
      if (value !== 'default' && value !== 'ISO8601') throw fault(`invalid argument for log_format, got: ${String(value)}; known are default, ISO8601`);
      return () => this.control.setFormat(value satisfies LogFormat);
    }
    throw fault(`unknown log setting '${name}'`);
  }
}
