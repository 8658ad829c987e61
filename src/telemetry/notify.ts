/** Webhooks on a scrape: what was brought to each, what was not, and what is left. */
import { labelText, type TextWriter } from './text.js';

export interface NotifySnapshot {
  /** Host and a few letters; addresses often hold secrets. */
  readonly target: string;
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
  readonly dead: number;
}

const ROWS = [
  ['sluice_notify_delivered_total', 'delivered'],
  ['sluice_notify_failed_total', 'failed'],
  ['sluice_notify_waiting', 'waiting'],
  ['sluice_notify_dead', 'dead'],
] as const;

export function writeNotify(out: TextWriter, targets: readonly NotifySnapshot[]): void {
  for (const [name, field] of ROWS) for (const one of targets) out.sample(name, labelText({ target: one.target }), one[field]);
}
