/**
 * Counts answers of one run. A run has a warm part whose answers are dropped and a counted part; what was sent in the
 * counted part is counted whenever its answer comes.
 */
import { Histogram } from '../histogram.js';
import type { LoadReport } from './job.js';

export type AnswerKind = 'ok' | 'refused' | 'failed';

const REFUSALS = new Set(['429', '503', 'UNAVAILABLE', 'RESOURCE_EXHAUSTED']);
const GOOD = new Set(['200', 'OK']);

export function answerKind(status: string): AnswerKind {
  if (GOOD.has(status)) return 'ok';
  return REFUSALS.has(status) ? 'refused' : 'failed';
}

export class Tally {
  private readonly latency = new Histogram();
  private readonly refusal = new Histogram();
  private readonly lag = new Histogram();
  private readonly statuses = new Map<string, number>();
  private readonly kinds: Record<AnswerKind, number> = { ok: 0, refused: 0, failed: 0 };
  private startUs = 0;
  private cpuAtStart = process.cpuUsage();
  sent = 0;

  /** Opens the counted part. Answers to requests sent before are told apart by their start and dropped. */
  begin(nowUs: number): void {
    this.startUs = nowUs;
    this.cpuAtStart = process.cpuUsage();
    this.sent = 0;
  }

  /** @param fromUs when the request was, or was meant to be, sent */
  answer(status: string, fromUs: number, nowUs: number): void {
    if (this.startUs === 0 || fromUs < this.startUs) return;
    const kind = answerKind(status);
    this.kinds[kind] += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (kind === 'ok') this.latency.record(nowUs - fromUs);
    else if (kind === 'refused') this.refusal.record(nowUs - fromUs);
  }

  late(byUs: number): void {
    this.lag.record(byUs);
  }

  report(endUs: number): LoadReport {
    const seconds = (endUs - this.startUs) / 1e6;
    const cpu = process.cpuUsage(this.cpuAtStart);
    return {
      seconds,
      sent: this.sent,
      ok: this.kinds.ok,
      refused: this.kinds.refused,
      failed: this.kinds.failed,
      statuses: Object.fromEntries(this.statuses),
      rate: this.kinds.ok / seconds,
      latency: this.latency.snapshot(),
      refusal: this.refusal.snapshot(),
      lag: this.lag.snapshot(),
      generatorCores: (cpu.user + cpu.system) / 1e6 / seconds,
    };
  }
}
