/**
 * Writes the Prometheus text format (0.0.4): headers from the catalogue, samples grouped by metric as the format
 * demands. Written by hand because prom-client cannot take counts that were made elsewhere: its counters only go up
 * by `inc`, its histograms only by `observe`, and rehash their labels at every one.
 */
import { METRICS, type MetricName } from './catalogue.js';

export type Labels = Readonly<Record<string, string>>;

export function labelText(labels: Labels): string {
  return Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`).join(',');
}

function escapeLabel(value: string): string {
  return value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));
}

export function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

export class TextWriter {
  private readonly lines: string[] = [];
  private open: MetricName | null = null;

  /** One sample. Samples of a metric must follow each other; the first brings the header. */
  sample(name: MetricName, labels: string, value: number): void {
    this.header(name);
    this.line(name, labels, value);
  }

  /** One histogram from counts per bucket; the last count is the open bucket's. Bounds are printed over `divisor`. */
  histogram(name: MetricName, labels: string, counts: ArrayLike<number>, bounds: readonly number[], sum: number, divisor: number): void {
    this.header(name);
    const lead = labels === '' ? '' : `${labels},`;
    let cumulative = 0;
    for (let i = 0; i < bounds.length; i += 1) {
      cumulative += counts[i] ?? 0;
      this.line(`${name}_bucket`, `${lead}le="${numberText((bounds[i] ?? 0) / divisor)}"`, cumulative);
    }
    cumulative += counts[bounds.length] ?? 0;
    this.line(`${name}_bucket`, `${lead}le="+Inf"`, cumulative);
    this.line(`${name}_sum`, labels, sum / divisor);
    this.line(`${name}_count`, labels, cumulative);
  }

  text(): string {
    return this.lines.length === 0 ? '' : `${this.lines.join('\n')}\n`;
  }

  private header(name: MetricName): void {
    if (this.open === name) return;
    this.open = name;
    this.lines.push(`# HELP ${name} ${METRICS[name].help}`, `# TYPE ${name} ${METRICS[name].type}`);
  }

  private line(name: string, labels: string, value: number): void {
    this.lines.push(labels === '' ? `${name} ${numberText(value)}` : `${name}{${labels}} ${numberText(value)}`);
  }
}
