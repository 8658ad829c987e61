/**
 * Traces of sampled requests at level TIMESTAMPS: when a request came, was queued, was computed and was answered,
 * under the names of Triton's trace files, one JSON object a line. The sampler lives in each front end and costs one
 * count per request while tracing is on; the writer lives on the control thread and holds the bounds.
 */
import { ruleOf, type TraceRule, type TraceRules, type TraceSettings } from './settings.js';

/** Moments on the process clock, in microseconds; 0 for one that was not reached. Posted between threads as it is. */
export interface TraceRecord {
  readonly model: string;
  readonly version: number;
  readonly requestId: string;
  readonly protocol: 'http' | 'grpc';
  readonly receivedUs: number;
  readonly queuedUs: number;
  readonly computeStartUs: number;
  readonly computeInputEndUs: number;
  readonly computeOutputStartUs: number;
  readonly computeEndUs: number;
  readonly sentUs: number;
}

interface Sampling {
  readonly every: number;
  seen: number;
}

/** Decides per request whether it is traced. */
export class TraceSampler {
  private rules: TraceRules | null = null;
  private readonly models = new Map<string, Sampling>();
  /** False while nothing at all is traced; the path looks at this first. */
  on = false;

  update(rules: TraceRules): void {
    this.rules = rules;
    this.models.clear();
    this.on = [rules.global, ...Object.keys(rules.models).map((model) => ruleOf(rules, model))].some((rule) => everyOf(rule) > 0);
  }

  /** Only asked while `on`; `model` is a name of the repository, so the map is bounded by it. */
  wants(model: string): boolean {
    if (this.rules === null) return false;
    let sampling = this.models.get(model);
    if (sampling === undefined) {
      sampling = { every: everyOf(ruleOf(this.rules, model)), seen: 0 };
      this.models.set(model, sampling);
    }
    if (sampling.every === 0) return false;
    sampling.seen = (sampling.seen + 1) % sampling.every;
    return sampling.seen === 0;
  }
}

function everyOf(rule: TraceRule): number {
  return rule.trace_level.includes('TIMESTAMPS') && rule.trace_count !== 0 ? rule.trace_rate : 0;
}

export const TRACE_BYTES_MAX = 64 * 1024 * 1024;

export interface TraceFiles {
  /** Appends lines to the trace file, or with `part` >= 0 to its numbered part. Must not block for long. */
  append(part: number, lines: string): void;
}

/** Writes traces and counts them down. */
export class TraceWriter {
  private made = 0;
  private part = -1;
  private inPart = 0;
  private bytes = 0;
  private droppedCount = 0;

  constructor(
    private readonly settings: TraceSettings,
    private readonly files: TraceFiles,
    private readonly bytesMax = TRACE_BYTES_MAX,
  ) {}

  /** Traces not written because the bound on bytes was reached. */
  get dropped(): number {
    return this.droppedCount;
  }

  write(record: TraceRecord): void {
    const rule = ruleOf(this.settings.rules(), record.model);
    if (everyOf(rule) === 0) return;
    const line = traceLine(this.made + 1, record);
    if (this.bytes + line.length > this.bytesMax) {
      this.droppedCount += 1;
      return;
    }
    this.made += 1;
    this.bytes += line.length;
    this.files.append(this.partFor(rule.log_frequency), line);
    this.settings.spent(record.model);
  }

  private partFor(perPart: number): number {
    if (perPart === 0) return -1;
    if (this.part < 0 || this.inPart >= perPart) {
      this.part += 1;
      this.inPart = 0;
    }
    this.inPart += 1;
    return this.part;
  }
}

export function traceLine(id: number, record: TraceRecord): string {
  const lead = record.protocol === 'http' ? 'HTTP' : 'GRPC';
  const [came, left] = record.protocol === 'http' ? ['RECV_START', 'SEND_END'] : ['WAITREAD_START', 'SEND_END'];
  const moments: readonly (readonly [string, number])[] = [
    [`${lead}_${came}`, record.receivedUs],
    ['REQUEST_START', record.receivedUs],
    ['QUEUE_START', record.queuedUs],
    ['COMPUTE_START', record.computeStartUs],
    ['COMPUTE_INPUT_END', record.computeInputEndUs],
    ['COMPUTE_OUTPUT_START', record.computeOutputStartUs],
    ['COMPUTE_END', record.computeEndUs],
    ['REQUEST_END', record.sentUs],
    [`${lead}_${left}`, record.sentUs],
  ];
  const timestamps = moments.filter(([, us]) => us > 0).map(([name, us]) => ({ name, ns: Math.round(us * 1000) }));
  return `${JSON.stringify({ id, model_name: record.model, model_version: record.version, request_id: record.requestId, timestamps })}\n`;
}
